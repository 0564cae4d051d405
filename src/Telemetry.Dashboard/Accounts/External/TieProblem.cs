namespace Telemetry.Dashboard.Accounts.External;

/// <summary>Why an identity from elsewhere is not tied to an account.</summary>
internal enum TieProblem
{
    /// <summary>It is tied.</summary>
    None,

    /// <summary>There is no such identity.</summary>
    Gone,

    /// <summary>It is tied to an account already.</summary>
    Taken,

    /// <summary>It is the administrator's own.</summary>
    Own,

    /// <summary>The break-glass account is opened by its sealed password alone.</summary>
    Sealed,
}
