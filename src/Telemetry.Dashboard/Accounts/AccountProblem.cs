namespace Telemetry.Dashboard.Accounts;

/// <summary>Why an account cannot be made.</summary>
internal enum AccountProblem
{
    None,
    BadName,
    NameTaken,
    ShortPassword,
}
