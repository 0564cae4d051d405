using Microsoft.AspNetCore.Authorization;

namespace Telemetry.Dashboard.Accounts;

/// <summary>Who may do what: the only place that says so.</summary>
internal static class Rights
{
    public const string ReadBoilers = "boilers.read";
    public const string SteerBoilers = "boilers.steer";
    public const string AnswerAlarms = "alarms.answer";
    public const string KeepRota = "rota.keep";
    public const string ReadEstate = "estate.read";
    public const string ReadParc = "parc.read";
    public const string KeepAccounts = "accounts.keep";
    public const string ReadJournal = "journal.read";

    /// <summary>Each right and the roles that hold it.</summary>
    public static readonly IReadOnlyDictionary<string, Role[]> Holders = new Dictionary<string, Role[]>(StringComparer.Ordinal)
    {
        [ReadBoilers] = [Role.Technician, Role.Officer, Role.Administrator],
        [SteerBoilers] = [Role.Technician],
        [AnswerAlarms] = [Role.Technician],
        [KeepRota] = [Role.Administrator],
        [ReadEstate] = [Role.Elu, Role.Officer, Role.Administrator],
        [ReadParc] = [Role.Elu, Role.Officer, Role.Technician, Role.Administrator],
        [KeepAccounts] = [Role.Administrator],
        [ReadJournal] = [Role.Administrator],
    };

    /// <summary>Writes the rights down as policies.</summary>
    public static void AddTo(AuthorizationOptions options)
    {
        foreach (var (right, roles) in Holders)
        {
            options.AddPolicy(right, policy => policy.RequireRole(roles.Select(role => role.ToString())));
        }
    }

    /// <summary>Whether the person holds the right.</summary>
    public static bool May(this System.Security.Claims.ClaimsPrincipal person, string right) =>
        Array.Exists(Holders[right], role => person.IsInRole(role.ToString()));
}
