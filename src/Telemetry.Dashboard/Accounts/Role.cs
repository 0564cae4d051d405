namespace Telemetry.Dashboard.Accounts;

/// <summary>What a person may do; everybody else is the public.</summary>
internal enum Role
{
    /// <summary>Elected official: reads the estate and the IT estate.</summary>
    Elu,

    /// <summary>Sustainability officer: reads everything, signs the figures.</summary>
    Officer,

    /// <summary>Technician: reads the boiler rooms and steers them.</summary>
    Technician,

    /// <summary>Administrator: keeps the accounts, steers nothing.</summary>
    Administrator,
}
