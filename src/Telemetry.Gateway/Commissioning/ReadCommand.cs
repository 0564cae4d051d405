using System.Diagnostics;
using System.Globalization;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Commissioning;

/// <summary><c>gateway read</c>: one exchange with one device, laid open.</summary>
internal static class ReadCommand
{
    private const int MostWords = 125;

    internal static int RunPoint(Screen screen, GatewayOptions options, string name, CancellationToken cancel)
    {
        var site = Installation.Load(options.Site, options.Devices, Environment.GetEnvironmentVariable).Value;
        var words = name.Split('/', 2);
        var device = site?.Devices.FirstOrDefault(known => string.Equals(known.Equipment.Id.Device, words[0], StringComparison.Ordinal));
        if (site is null || device is null)
        {
            return screen.Fail(
                $"« {words[0]} » n’est pas un équipement utilisable de {options.Site}. Il y a : {Names(site)}.",
                $"'{words[0]}' is not a usable device of {options.Site}. There are: {Names(site)}.");
        }

        var point = words.Length == 2 ? device.Find(words[1]) : null;
        if (point is null)
        {
            var points = string.Join(", ", device.Points.Select(known => known.Profile.Name));
            return screen.Fail($"Quel point de {words[0]} ? Il y a : {points}.", $"Which point of {words[0]}? There are: {points}.");
        }

        if (device.Profile.Modbus is not { } modbus || point.Profile.Register is not { } register)
        {
            return screen.Fail(
                $"{words[0]} publie de lui-même sur {device.Topic} : il ne se lit pas. Regardez-le venir avec « gateway watch ».",
                $"{words[0]} publishes by itself on {device.Topic}: it cannot be asked. See it come with 'gateway watch'.");
        }

        var bus = site.Buses.First(known => string.Equals(known.Id, device.Bus, StringComparison.Ordinal));
        return Run(screen, bus, new ModbusTarget(device.Unit, modbus.Pauses, modbus.Timeout), register.Kind, (ushort)register.First, register.Span, point, modbus.SunSpec, cancel);
    }

    internal static int RunAddress(
        Screen screen, BusConfiguration bus, byte unit, RegisterKind kind, ushort address, int count, TimeSpan timeout, CancellationToken cancel) =>
        Run(screen, bus, new ModbusTarget(unit, new Pauses(), timeout), kind, address, count, null, [], cancel);

    private static int Run(
        Screen screen, BusConfiguration bus, ModbusTarget target, RegisterKind kind, ushort address, int count, DevicePoint? point, IReadOnlyList<int> models, CancellationToken cancel)
    {
        var frames = new FrameLog();
        var words = new ushort[Math.Min(count, MostWords)];
        ModbusException? failure = null;
        var start = Stopwatch.GetTimestamp();
        try
        {
            using var master = new ModbusMaster(BusTransport.For(bus, frames), cancel);
            address = Place(master, target, address, models);
            start = Stopwatch.GetTimestamp();
            master.Read(target, kind, address, words);
        }
        catch (ModbusException failed)
        {
            failure = failed;
        }

        var reading = new Reading(LineOptions.Name(bus), target.Unit, kind, address, words, frames.Frames, Stopwatch.GetElapsedTime(start), failure, point, failure is null ? Judge(point, words) : null);
        if (screen.IsJson)
        {
            Screen.Json(ReadScreen.Document(reading));
        }
        else
        {
            ReadScreen.Show(screen, reading);
        }

        return failure is null ? 0 : 1;
    }

    /// <summary>An address of a SunSpec model counts from where the device put that model.</summary>
    private static ushort Place(ModbusMaster master, ModbusTarget target, ushort address, IReadOnlyList<int> models) => models.Count == 0
        ? address
        : (ushort)(address + (SunSpecWalk.Find(master, target, models) ?? throw SunSpecWalk.Missing(models)).Address);

    /// <summary>The profile's value, judged as the pipeline would judge a first one.</summary>
    private static (double Value, Quality Quality)? Judge(DevicePoint? point, ushort[] words)
    {
        if (point?.Profile.Register is not { } register)
        {
            return null;
        }

        var (value, quality) = RegisterDecoder.Decode(register, words);
        return quality == Quality.Good && point.Band is { } band && (value < band.Min || value > band.Max) ? (double.NaN, Quality.OutOfRange) : (value, quality);
    }

    private static string Names(SiteConfiguration? site) =>
        site is null ? "–" : string.Join(", ", site.Devices.Select(device => device.Equipment.Id.Device).Order(StringComparer.Ordinal));

    /// <summary>One exchange, whatever came of it.</summary>
    internal sealed record Reading(
        string Line, byte Unit, RegisterKind Kind, ushort Address, ushort[] Words, IReadOnlyList<(bool Sent, byte[] Bytes)> Frames, TimeSpan Took,
        ModbusException? Failure, DevicePoint? Point, (double Value, Quality Quality)? Judged)
    {
        internal string Where => string.Create(CultureInfo.InvariantCulture, $"{Line} #{Unit} {Kind} {Address}, {Words.Length}");
    }
}
