using Microsoft.AspNetCore.Authorization;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Reports;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Officer;

/// <summary>The Green IT page: what the metered IT estate uses and emits.</summary>
[Authorize(Rights.ReadParc)]
internal sealed class Parc(IFigures figures, ITownRegistry registry) : SitePage
{
    public ItFigures It { get; private set; } = null!;

    public string Finding
    {
        get
        {
            var energy = FigureText.Of(It.EnergyToday, Language);
            return energy.Known
                ? Say(ParcWords.Finding, energy.Value, FigureText.Of(It.PowerNow, Language).Value)
                : Say(ParcWords.NoFinding, energy.Note);
        }
    }

    public void OnGet() => It = figures.It();

    /// <summary>Name of the building a piece of equipment stands in.</summary>
    public string BuildingOf(ItEquipmentFigures one) =>
        registry.Current.Buildings.FirstOrDefault(building => building.Id == one.Equipment.BuildingId)?.Name ?? one.Equipment.BuildingId;
}
