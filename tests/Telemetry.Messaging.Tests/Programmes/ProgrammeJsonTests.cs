using System.Text;
using System.Text.Json.Nodes;
using Telemetry.Messaging.Programmes;
using Telemetry.Model.Calendars;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;
using Telemetry.Model.Sites;

namespace Telemetry.Messaging.Tests.Programmes;

public sealed class ProgrammeJsonTests
{
    private static readonly EquipmentId Boilers = new("valmont-sur-orne", "gw-ecole", "chaufferie");

    [Fact]
    public void Write_ThenRead_IsTheSame()
    {
        var json = ProgrammeJson.Write(Full());

        var read = ProgrammeJson.Read(json, out var problem);

        Assert.Null(problem);
        Assert.Equal(Encoding.UTF8.GetString(json), Encoding.UTF8.GetString(ProgrammeJson.Write(read!)));
        Assert.Equal(Full().Zones[0].Week.On(DayOfWeek.Monday), read!.Zones[0].Week.On(DayOfWeek.Monday));
        Assert.Equal((Boilers, Full().HotWater!.LegionellaStart, Full().Exceptions[0].From), (read.Equipment, read.HotWater!.LegionellaStart, read.Exceptions[0].From));
    }

    /// <summary>A rule that says « the usual week goes on » is not the same as no rule.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData(ProgrammeMode.Frost)]
    public void Write_ThenRead_HolidayRulesAreThoseThatWereSet(ProgrammeMode? mode)
    {
        var full = Full();
        var open = full with { Zones = [full.Zones[0] with { Holidays = new HolidayRules { PublicHolidays = mode, SchoolHolidays = mode } }] };

        var read = ProgrammeJson.Read(ProgrammeJson.Write(open), out _);

        Assert.Equal((mode, mode), (read!.Zones[0].Holidays.PublicHolidays, read.Zones[0].Holidays.SchoolHolidays));
    }

    /// <summary>What another language would have to write; changing it breaks gateways in the field.</summary>
    [Fact]
    public void Write_Words_AreThoseOfTheWire()
    {
        var json = JsonNode.Parse(ProgrammeJson.Write(Full()))!;

        Assert.Equal("valmont-sur-orne/gw-ecole/chaufferie", (string?)json["equipment"]);
        Assert.Equal("08:00", (string?)json["zones"]![0]!["week"]!["days"]![0]![0]!["from"]);
        Assert.Equal("Occupied", (string?)json["zones"]![0]!["week"]!["days"]![0]![0]!["mode"]);
        Assert.Equal("2026-11-26 18:00", (string?)json["exceptions"]![0]!["from"]);
        Assert.Equal("2026-12-19", (string?)json["school"]!["holidays"]![0]!["from"]);
        Assert.Equal("valmont-sur-orne/gw-ecole/classe-1/room.temperature", (string?)json["zones"]![0]!["zone"]!["roomSensor"]);
        Assert.Equal("Monday", (string?)json["hotWater"]!["legionellaDays"]![0]);
    }

    /// <summary>A gateway of before would refuse a member it does not know.</summary>
    [Fact]
    public void Write_NothingKept_DoesNotSayIt_SomethingKept_ComesBack()
    {
        Assert.DoesNotContain("kept", Encoding.UTF8.GetString(ProgrammeJson.Write(Full())), StringComparison.Ordinal);

        var kept = Full() with { Kept = [new KeptSetting(Setting.CurveSlope, 1)] };
        Assert.Equal("CurveSlope", (string?)JsonNode.Parse(ProgrammeJson.Write(kept))!["kept"]![0]!["setting"]);
        Assert.Equal(kept.Kept, ProgrammeJson.Read(ProgrammeJson.Write(kept), out _)!.Kept);
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":1,\"heatTheMoon\":true")]
    [InlineData("\"08:00\"", "\"24:01\"")]
    [InlineData("\"Occupied\"", "\"Tropical\"")]
    [InlineData("\"Occupied\"", "0")]
    [InlineData("\"version\":1", "\"version\":null")]
    [InlineData("\"by\":\"Camille\"", "\"bye\":\"Camille\"")]
    [InlineData("valmont-sur-orne/gw-ecole/chaufferie\"", "chaufferie\"")]
    [InlineData("\"comfort\":19,", "")]
    [InlineData("{\"equipment\"", "null{")]
    public void Read_AnythingElse_RefusedWithItsPlace(string good, string bad)
    {
        var json = Encoding.UTF8.GetString(ProgrammeJson.Write(Full()));
        Assert.Contains(good, json, StringComparison.Ordinal);

        var read = ProgrammeJson.Read(Encoding.UTF8.GetBytes(json.Replace(good, bad, StringComparison.Ordinal)), out var problem);

        Assert.Null(read);
        Assert.NotNull(problem);
    }

    private static Programme Full() => new()
    {
        Equipment = Boilers,
        Version = 1,
        Previous = 0,
        By = "Camille",
        MadeAt = new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero),
        Zones =
        [
            new ZoneProgramme
            {
                Zone = new Zone { Id = "classes", Name = "Classes", Premises = Premises.Ordinary, Emitter = Emitter.Radiators, RoomSensor = new PointId(new EquipmentId("valmont-sur-orne", "gw-ecole", "classe-1"), "room.temperature") },
                Week = WeekPattern.Of(new Slot(new LocalMinute(480), new LocalMinute(1080), ProgrammeMode.Occupied), DayOfWeek.Monday),
                Settings = ZoneSettings.For(Premises.Ordinary, Emitter.Radiators),
            },
        ],
        Exceptions =
        [
            new ScheduleException
            {
                Id = Guid.Parse("c0ffee00-0000-4000-8000-000000000001", System.Globalization.CultureInfo.InvariantCulture), Mode = ProgrammeMode.Occupied, Reason = "réunion", By = "Camille",
                From = new CivilMoment(new DateOnly(2026, 11, 26), new LocalMinute(1080)), To = new CivilMoment(new DateOnly(2026, 11, 26), LocalMinute.DayEnd),
            },
        ],
        School = new SchoolCalendar
        {
            Zone = SchoolZone.B, KnownFrom = new DateOnly(2026, 9, 1), KnownUntil = new DateOnly(2027, 7, 3),
            Holidays = [new SchoolHoliday("Vacances de Noël", new DateOnly(2026, 12, 19), new DateOnly(2027, 1, 4))],
        },
        HotWater = HotWaterSettings.Usual,
    };
}
