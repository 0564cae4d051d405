using System.Diagnostics.Metrics;
using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Health;

/// <summary>The instruments of the meter <c>Telemetry.Gateway</c>. Nothing is counted twice: each is read off the board when somebody asks.</summary>
internal sealed class GatewayMeter : IDisposable
{
    internal const string Name = "Telemetry.Gateway";
    private readonly Meter _meter;

    internal GatewayMeter(SiteConfiguration site, StatusBoard board)
    {
        _meter = new Meter(new MeterOptions(Name) { Tags = [new("gateway", site.Gateway), new("municipality", site.Municipality)] });
        _meter.CreateObservableGauge("gateway.memory", () => SelfFacts.Memory, "By", "Resident memory.");
        _meter.CreateObservableGauge("gateway.uptime", () => SelfFacts.Uptime.TotalSeconds, "s", "Time since the start.");
        _meter.CreateObservableCounter("gateway.disk.written", () => SelfFacts.DiskWritten, "By", "Bytes sent to disks.");
        _meter.CreateObservableCounter("gateway.refused", () => board.Sources.Refused(), description: "Field messages not understood.");
        _meter.CreateObservableGauge("gateway.stuck", () => board.Stuck().Count, description: "Loops that no longer go round.");
        _meter.CreateObservableGauge("outbox.depth", () => board.Sources.Outbox?.Depth ?? 0, description: "Batches the centre has not confirmed.");
        _meter.CreateObservableCounter("outbox.dropped", () => board.Sources.Outbox?.Dropped ?? 0, description: "Batches dropped because a bound was reached.");
        _meter.CreateObservableCounter(
            "device.errors",
            () => site.Devices.Select(device => new Measurement<long>(board.Errors(device), new KeyValuePair<string, object?>("device", device.Equipment.Id.Device))),
            description: "Polls that failed, or values that could not be believed.");
        _meter.CreateObservableCounter(
            "device.skipped",
            () => board.View().Devices.Select(device => new Measurement<long>(device.Skipped, new KeyValuePair<string, object?>("device", device.Id))),
            description: "Polls skipped, the line being too slow for the period.");
        _meter.CreateObservableGauge(
            "device.answers",
            () => board.View().Devices.Select(device => new Measurement<int>(device.Answers ? 1 : 0, new KeyValuePair<string, object?>("device", device.Id))),
            description: "1 while the device answers.");
    }

    public void Dispose() => _meter.Dispose();
}
