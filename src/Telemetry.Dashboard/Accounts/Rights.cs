using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Accounts;

/// <summary>Who may do what: the only place that says so.</summary>
internal static class Rights
{
    public const string ReadBoilers = "boilers.read";
    public const string SteerBoilers = "boilers.steer";
    public const string KeepLimits = "boilers.limits";
    public const string AnswerAlarms = "alarms.answer";
    public const string KeepRota = "rota.keep";
    public const string ReadEstate = "estate.read";
    public const string SignFigures = "figures.sign";
    public const string ReadParc = "parc.read";
    public const string KeepAccounts = "accounts.keep";
    public const string ReadJournal = "journal.read";

    /// <summary>Claim of a session limited to a building; one for each.</summary>
    public const string SiteClaim = "site";

    /// <summary>Each right and the roles that hold it.</summary>
    public static readonly IReadOnlyDictionary<string, Role[]> Holders = new Dictionary<string, Role[]>(StringComparer.Ordinal)
    {
        [ReadBoilers] = [Role.Technician, Role.Maintainer, Role.Officer, Role.Administrator, Role.BreakGlass],
        [SteerBoilers] = [Role.Technician, Role.Maintainer, Role.BreakGlass],
        [KeepLimits] = [Role.Administrator, Role.BreakGlass],
        [AnswerAlarms] = [Role.Technician, Role.Maintainer, Role.BreakGlass],
        [KeepRota] = [Role.Administrator, Role.BreakGlass],
        [ReadEstate] = [Role.Elu, Role.Officer, Role.Administrator, Role.BreakGlass],
        [SignFigures] = [Role.Officer],
        [ReadParc] = [Role.Elu, Role.Officer, Role.Technician, Role.Administrator, Role.BreakGlass],
        [KeepAccounts] = [Role.Administrator, Role.BreakGlass],
        [ReadJournal] = [Role.Administrator, Role.BreakGlass],
    };

    // Rights over the whole town make no sense for somebody who has some buildings only.
    private static readonly HashSet<string> TownWide = new([ReadEstate, SignFigures, ReadParc, KeepAccounts, ReadJournal, KeepRota], StringComparer.Ordinal);

    /// <summary>Writes the rights down as policies.</summary>
    public static void AddTo(AuthorizationOptions options)
    {
        foreach (var right in Holders.Keys)
        {
            options.AddPolicy(right, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => context.User.May(right)));
        }
    }

    /// <summary>Whether the person holds the right.</summary>
    public static bool May(this ClaimsPrincipal person, string right) =>
        Array.Exists(Holders[right], role => person.IsInRole(role.ToString())) && !(TownWide.Contains(right) && person.HasClaim(claim => claim.Type == SiteClaim));

    /// <summary>In what quality the person gives an order: the gateway lets administrators alone change limits and hold a mode for longer than three days.</summary>
    public static OrderRole OrderRole(this ClaimsPrincipal person) =>
        person.May(KeepLimits) ? Telemetry.Model.Control.OrderRole.Administrator : Telemetry.Model.Control.OrderRole.Technician;

    /// <summary>Whether the building is one of the person's.</summary>
    public static bool Covers(this ClaimsPrincipal person, string building) =>
        !person.HasClaim(claim => claim.Type == SiteClaim) || person.HasClaim(SiteClaim, building);

    /// <summary>Whether the role needs two factors where they are required: it steers or it keeps accounts. A sealed password is a factor of its own kind.</summary>
    public static bool NeedsTwoFactors(this Role role) =>
        role != Role.BreakGlass && (Holders[SteerBoilers].Contains(role) || Holders[KeepAccounts].Contains(role));
}
