using System.Reactive.Linq;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Configuration.Buses;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Drivers.Modbus.Rtu;
using Telemetry.Gateway.Drivers.Modbus.Serial;
using Telemetry.Gateway.Pipeline;
using Telemetry.Gateway.Tests.Drivers.Modbus;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Pains;

/// <summary>What is met less often, and hurts as much.</summary>
public sealed class OtherPains
{
    private static readonly PointId Point = new(new EquipmentId("m", "g", "d"), "p");

    /// <summary>A register that returns to 0 and comes back would book its whole life as one day.</summary>
    [Fact]
    public async Task Other_CounterFallsToZeroAndRecovers_OnlyTheZeroIsSuspect()
    {
        var rules = new Dictionary<PointId, PointRule> { [Point] = new() { Accumulation = Accumulation.Counter, RatedUnitsPerHour = 36, Resolution = 0.1 } };
        double[] readings = [12_410, 0, 12_411, 12_412];

        var judged = await readings.Select((value, quarter) => new Sample(Point, DateTimeOffset.UnixEpoch.AddMinutes(15 * quarter), value, Quality.Good))
            .ToObservable().CheckCounters(rules).ToList();

        Assert.Equal([Quality.Good, Quality.Suspect, Quality.Good, Quality.Good], judged.Select(sample => sample.Quality));
    }

    [Fact]
    public void Other_MeterSendsWrongCrc_NamedAndTheNextAnswerIsGood()
    {
        using var pty = new RtuPty();
        using var slave = new RtuFaultSlave(pty.Theirs) { Answer = request => [.. RtuFaultSlave.Right(request)[..^1], 0x5A] };
        var settings = new SerialSettings(pty.Ours, 9600, SerialParity.None, 1, Rs485: false);
        using var transport = new RtuTransport(new SerialLine(settings), RtuManners.Serial(settings.Baud, settings.BitsPerCharacter));
        transport.Open();
        var answer = new byte[RtuFrame.MaxLength];

        Assert.Contains("wrong CRC", Assert.Throws<ModbusException>(() => transport.Exchange(1, [3, 0, 0, 0, 2], answer, TimeSpan.FromSeconds(1))).Message, StringComparison.Ordinal);
        slave.Answer = RtuFaultSlave.Right;
        Assert.Equal(6, transport.Exchange(1, [3, 0, 0, 0, 2], answer, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void Other_UsbNamesSwap_TheNameOfTheAdapterIsAdvised()
    {
        using var line = new SerialLine(new SerialSettings("/dev/ttyUSB99", 9600, SerialParity.None, 1, Rs485: false));

        Assert.Contains("/dev/serial/by-id", Assert.Throws<ModbusException>(line.Open).Message, StringComparison.Ordinal);
        Assert.Contains("/dev/serial/by-id", SerialSettings.Parse("ttyUSB0 9600 8N1").Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_OneDeviceWrittenWrong_SaidWithItsLineAndTheOthersRun()
    {
        using var folder = new TemporaryFolder();
        var text = File.ReadAllText(Repository.Site("ecole"));
        var whole = Installation.Load(folder.Write("right.yaml", text), Repository.Devices, _ => null).Value!.Devices.Count;

        var loaded = Installation.Load(folder.Write("wrong.yaml", text.Replace("max: 22", "max: 45", StringComparison.Ordinal)), Repository.Devices, _ => null);

        Assert.NotEmpty(loaded.Problems);
        Assert.All(loaded.Problems, problem => Assert.True(problem.Line > 1));
        Assert.Equal(whole - 1, loaded.Value!.Devices.Count);
    }
}
