using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Control;
using Telemetry.Gateway.Control.Boilers;
using Telemetry.Gateway.Tests.Control.Histories;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Control.Boilers;

/// <summary>The school's two boilers as the shipped site and profile install them, from Monday noon on.</summary>
public sealed class CascadeWatchTests : IDisposable
{
    private readonly JumpClock _clock = new();
    private readonly CannedPlant _plant = new();
    private readonly ControlFile _file = ControlFile.Open(":memory:", out _);
    private readonly SiteConfiguration _site = Installation.Load(Repository.Site("ecole"), Repository.Devices, _ => null).Value!;
    private readonly Dictionary<(string Device, string Point), double> _values = new()
    {
        [("chaufferie", "outdoor.temperature")] = 4,
        [("chaudiere-1", "power.percent")] = 97, [("chaudiere-1", "generator.hours")] = 4120,
        [("chaudiere-2", "power.percent")] = 0, [("chaudiere-2", "generator.hours")] = 3812,
    };

    private readonly Dictionary<string, Sample> _told = new(StringComparer.Ordinal);
    private TimeSpan _age;
    private int _writes;
    private ControlDesk _desk = null!;
    private CascadeWatch _watch = null!;

    public CascadeWatchTests()
    {
        _plant.Witness = (_, _, _) => _writes++;
        Begin();
    }

    [Fact]
    public void Turn_OneFullAndOneAtRest_TellsLeadCountAndHours_AndWritesNothing()
    {
        Pass(minutes: 1);
        Assert.Equal((2, 1, 1, 4120, 3812), (Told("lead"), Told("wanted"), Told("running"), Told("hours.1"), Told("hours.2")));

        Pass(minutes: 31);
        Assert.Equal((2, 1), (Told("wanted"), Told("running")));
        _values[("chaudiere-1", "power.percent")] = 38;
        _values[("chaudiere-2", "power.percent")] = 38;
        Pass(minutes: 1);
        Assert.Equal((1, 2), (Told("wanted"), Told("running")));
        Assert.Equal(0, _writes);
    }

    [Fact]
    public void Turn_ValuesThatAreOldOrMissing_AreNoAdvice()
    {
        Pass(minutes: 1);
        _age = TimeSpan.FromMinutes(6);
        Pass(minutes: 1);

        // The week's lead stands; what the boilers do now is not known.
        Assert.Equal(2, Told("lead"));
        Assert.Equal([Quality.NoSensor, Quality.NoSensor, Quality.NoSensor], new[] { "wanted", "running", "hours.1" }.Select(name => _told["cascade." + name].Quality));
    }

    [Fact]
    public void Restart_InTheMiddleOfTheWeek_TheLeadStands_AlsoWhenTheListIsWrittenInAnotherOrder()
    {
        Pass(minutes: 1);
        _values[("chaudiere-2", "generator.hours")] = 4130;
        Restart(turned: false);
        Pass(minutes: 1);
        Assert.Equal(2, Told("lead"));

        Restart(turned: true);
        Pass(minutes: 1);
        Assert.Equal((1, 4130, 4120), (Told("lead"), Told("hours.1"), Told("hours.2")));

        Pass(minutes: 7 * 1440);
        Assert.Equal(2, Told("lead"));
    }

    /// <summary>Every point told is one that the centre was told of.</summary>
    [Fact]
    public void With_BoilerRoomThatNamesItsBoilers_HasThePointsThatAreTold()
    {
        Pass(minutes: 1);
        var room = CascadePoints.With(_site).Devices.First(device => device.Equipment.Id.Device == "chaufferie");

        Assert.Equal(_told.Keys.Order(StringComparer.Ordinal), room.Published.Select(point => point.Point.Id.Name).Where(name => name.StartsWith("cascade.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(CascadePoints.With(_site).Devices.Where(device => device.Boilers.Count == 0).SelectMany(device => device.Points), point => point.Point.Id.Name.StartsWith("cascade.", StringComparison.Ordinal));
        Assert.All(room.Published.Where(point => point.Point.Id.Name.StartsWith("cascade.", StringComparison.Ordinal)), point => Assert.Null(point.Point.Bounds));
    }

    public void Dispose()
    {
        End();
        _file.Dispose();
    }

    private void Begin(bool turned = false)
    {
        var room = _site.Devices.First(device => device.Equipment.Id.Device == "chaufferie");
        room = turned ? room with { Boilers = [.. room.Boilers.Reverse()] } : room;
        _desk = new ControlDesk([(room, _plant)], _file, (_, _) => { }, _clock, NullLogger.Instance, new DeskSenses { Live = Live });
        _watch = new CascadeWatch(_desk.Hand, _ => null);
        _watch.Samples.Subscribe(sample => _told[sample.Point.Name] = sample);
        _watch.Start();
    }

    private void End()
    {
        _watch.Dispose();
        _desk.Dispose();
    }

    private void Restart(bool turned)
    {
        End();
        _clock.Forget();
        Begin(turned);
    }

    private Sample? Live(PointId point) => _values.TryGetValue((point.Equipment.Device, point.Name), out var value) ? new Sample(point, _clock.Now - _age, value, Quality.Good) : null;

    private void Pass(int minutes)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            _clock.Pass(TimeSpan.FromMinutes(1));
            _clock.Tick();
            _plant.Run();
        }
    }

    private double Told(string name) => _told["cascade." + name].Value;
}
