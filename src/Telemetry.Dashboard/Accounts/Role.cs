namespace Telemetry.Dashboard.Accounts;

/// <summary>What a person may do; everybody else is the public. Stored by name.</summary>
internal enum Role
{
    /// <summary>Elected official: reads the estate and the IT estate.</summary>
    Elu,

    /// <summary>Sustainability officer: reads everything, signs the figures.</summary>
    Officer,

    /// <summary>Technician: reads the boiler rooms and steers them.</summary>
    Technician,

    /// <summary>External maintainer: a technician for named buildings until a date, announced to everybody who works there.</summary>
    Maintainer,

    /// <summary>Administrator: keeps the accounts, steers nothing.</summary>
    Administrator,

    /// <summary>Break-glass account: everything, for the night when nobody else can sign in; its use is loud.</summary>
    BreakGlass,
}
