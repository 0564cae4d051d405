using Telemetry.Gateway.Configuration;
using Telemetry.Model.Control;

namespace Telemetry.Gateway.Tests.Control.Histories;

/// <summary>Knows by itself, without a line of what it watches, which writes are forbidden at any moment.</summary>
internal sealed class Witness(CannedPlant plant, JumpClock clock)
{
    private readonly Dictionary<Guid, List<OrderState>> _told = [];
    private readonly HashSet<int> _everThere = [190, 160];

    /// <summary>What was wrong, in the order in which it was seen.</summary>
    internal List<string> Wrongs { get; } = [];

    internal int Writes { get; private set; }

    /// <summary>While true nothing may be written at all: the message at hand is late, retained, known or nonsense.</summary>
    internal bool Forbidden { get; set; }

    /// <summary>The plant was put in safety and nobody has been there since.</summary>
    internal bool InSafety { get; private set; }

    internal IReadOnlyDictionary<Guid, List<OrderState>> Told => _told;

    /// <summary>Somebody on site set a value by hand: it may be put back.</summary>
    internal void ByHand(int value) => _everThere.Add(value);

    /// <summary>Somebody went there and switched to local and back.</summary>
    internal void OnSite() => InSafety = false;

    internal void Hear(OrderReport report, OrderKind kind)
    {
        if (!_told.TryGetValue(report.Order, out var steps))
        {
            _told[report.Order] = steps = [];
        }

        if (report.State == OrderState.Checked && steps.Contains(OrderState.Checked))
        {
            Wrongs.Add($"{report.Order} executed twice");
        }

        steps.Add(report.State);
        InSafety |= kind == OrderKind.SafeState && report.State == OrderState.Checked;
    }

    internal void See(RegisterKind kind, int address, int value)
    {
        Writes++;
        var what = $"{kind} {address} = {value} at {clock.Now:O}";
        if (Forbidden)
        {
            Wrongs.Add($"written for a message that must do nothing: {what}");
        }

        if (plant.Local)
        {
            Wrongs.Add($"written while somebody is at the device: {what}");
        }

        var known = (kind, address) switch
        {
            (RegisterKind.Coil, CannedPlant.Level) => value is 0 or 1,
            // Automatic is never written, manual never at all.
            (RegisterKind.Holding, CannedPlant.Mode) => value is 2 or 4 or 5,
            // Within what the site allows people, or as it was before.
            (RegisterKind.Holding, CannedPlant.Comfort) => value is >= 160 and <= 220 || _everThere.Contains(value),
            (RegisterKind.Holding, CannedPlant.Night) => value is >= 50 and <= 300,
            _ => false,
        };
        if (!known)
        {
            Wrongs.Add($"outside everything: {what}");
        }

        if (InSafety && !((kind, address, value) is (RegisterKind.Coil, CannedPlant.Level, 0) or (RegisterKind.Holding, CannedPlant.Mode, 2)))
        {
            Wrongs.Add($"something else than a stop while in safety: {what}");
        }
    }
}
