namespace Telemetry.Dashboard.Accounts;

/// <summary>Why an account cannot be made or changed so.</summary>
internal enum AccountProblem
{
    None,
    BadName,
    NameTaken,
    ShortPassword,

    /// <summary>Long enough, but among the first that would be tried.</summary>
    GuessablePassword,

    /// <summary>An external maintainer's access has an end, at most <see cref="AccountStore.LongestMaintenance"/> away.</summary>
    NeedsEnd,

    /// <summary>An external maintainer has buildings of their own.</summary>
    NeedsSites,
}
