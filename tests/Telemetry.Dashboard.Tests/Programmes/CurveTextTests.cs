using Telemetry.Dashboard.Programmes;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

namespace Telemetry.Dashboard.Tests.Programmes;

public sealed class CurveTextTests
{
    /// <summary>80/60 °C at -9.5 °C: 53.4 °C of flow at 5 °C outdoors (heating.md §3); slope 1.5 asks 19 + 1.5 × 14.</summary>
    [Fact]
    public void OfDesign_BesideTheCurveSet()
    {
        var settings = ZoneSettings.For(Premises.Ordinary, Emitter.Radiators);
        var zone = new ZoneProgramme
        {
            Zone = new Zone { Id = "classes", Name = "Classes", Premises = Premises.Ordinary, Emitter = Emitter.Radiators, Setpoint = "room.temperature.sp", Owner = ScheduleOwner.Controller },
            Week = WeekPattern.Of(new Slot(new Model.Calendars.LocalMinute(480), new Model.Calendars.LocalMinute(1080), ProgrammeMode.Occupied), DayOfWeek.Monday),
            Settings = settings with { Curve = settings.Curve with { Slope = 1.5, Shift = 0, DesignFlow = 80, DesignReturn = 60, DesignOutdoor = -9.5, GainOffset = 0 } },
        };

        Assert.Equal("Le point de base donne une pente de 2,14 et, par 5 °C dehors, un départ de 53 °C ; la courbe réglée demande 40 °C.", Html.Text(CurveText.OfDesign(zone, Language.French)));
        Assert.Equal("The design point gives a slope of 2.14 and, at 5 °C outdoors, a flow of 53 °C; the curve set asks 40 °C.", Html.Text(CurveText.OfDesign(zone, Language.English)));
    }
}
