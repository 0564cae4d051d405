using Telemetry.Dashboard.Programmes;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

namespace Telemetry.Dashboard.Tests.Canned;

/// <summary>The school's first programme, as the page proposes it.</summary>
internal static class SchoolProgramme
{
    public static Programme At(DateTimeOffset now) => UsualProgramme.For(
        new() { Id = Valmont.BoilerOf("gw-ecole"), BuildingId = Valmont.School.Id, Name = "Chaufferie", Kind = Telemetry.Model.Sites.EquipmentKind.BoilerRoom, Model = "" },
        Valmont.School, Emitter.Radiators, "room.temperature.sp", null, "camille", now);
}
