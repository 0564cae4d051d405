using Microsoft.AspNetCore.Authorization;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Reports;
using Telemetry.Dashboard.Accounts;

namespace Telemetry.Dashboard.Pages.Technician;

/// <summary>The gateways themselves: there or not, what they still hold, what they could not understand.</summary>
[Authorize(Rights.ReadBoilers)]
internal sealed class Gateways(ITownRegistry registry, IFigures figures, TimeProvider clock, SiteScope scope) : SitePage
{
    /// <summary>Those that are away first.</summary>
    public IReadOnlyList<GatewayLink> All =>
        [.. registry.Current.Gateways.Where(IsMine).OrderBy(gateway => gateway.Online).ThenBy(gateway => gateway.Gateway, StringComparer.Ordinal)];

    public string State(GatewayLink gateway) =>
        Say(gateway.Online ? GatewayWords.Online : GatewayWords.Offline, Language.When(gateway.Since, clock.GetUtcNow(), figures.Zone));

    public string Count(long? number) => number is { } told ? Language.Number(told, 0) : Say(GatewayWords.Unknown);

    private bool IsMine(GatewayLink gateway) => scope.IsWhole || registry.Current.Equipment.Any(one =>
        one.Id.Municipality == gateway.Municipality && one.Id.Gateway == gateway.Gateway && scope.Covers(one.BuildingId));
}
