using Telemetry.Analytics.History;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Streams;
using Telemetry.Messaging.Clock;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports;

/// <summary>Electric power now: what meters say, or the mean of their register where they say no power.</summary>
internal sealed class PowerFigures(IHistory history, ILiveValues live, TimeProvider clock)
{
    private static readonly TimeSpan MeanOver = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan OnTheWay = TimeSpan.FromSeconds(5);

    /// <summary>Power behind registers, W; one line a meter.</summary>
    internal Figure Of(Town town, IReadOnlyList<Point> registers, DateTimeOffset now)
    {
        if (registers.Count == 0)
        {
            return Figure.Refused("W", now - MeanOver, now, FigureProblem.NoMeter);
        }

        return FigureSum.Of("W",
        [
            .. registers.GroupBy(register => register.Id.Equipment)
                .Select(meter => town.PowerBeside(meter.Key) is { } power ? Said(town, power, now) : Mean(town, [.. meter], now)),
        ]);
    }

    private Figure Said(Town town, Point power, DateTimeOffset now)
    {
        var label = town.Label(power);
        if (live.Latest(power.Id) is not { } sample || sample.Quality.IsBad || now - sample.At > Fresh(power.Heartbeat * 3))
        {
            return Figure.Refused("W", now - MeanOver, now, FigureProblem.NoReading) with { Missing = [label] };
        }

        return One(label, sample.Value, LineNote.None, now);
    }

    /// <summary>Mean power of a meter's registers between their newest reading and the last one at least ten minutes older.</summary>
    private Figure Mean(Town town, IReadOnlyList<Point> registers, DateTimeOffset now)
    {
        var label = town.Label(registers[0]);
        var parts = registers.Select(register => MeanOf(register, now)).ToList();
        return parts.TrueForAll(part => part.HasValue)
            ? One(label, parts.Sum(part => part!.Value), LineNote.MeanOfRegister, now)
            : Figure.Refused("W", now - MeanOver, now, FigureProblem.NoReading) with { Missing = [label] };
    }

    private double? MeanOf(Point register, DateTimeOffset now)
    {
        var oldest = Fresh(register.Heartbeat * 3);
        if (history.LastBefore(register.Id, now.AddMinutes(1)) is not { } last || now - last.At > oldest
            || history.LastBefore(register.Id, last.At - MeanOver + TimeSpan.FromMilliseconds(1)) is not { } before
            || last.At - before.At > MeanOver + oldest || last.Value < before.Value)
        {
            return null;
        }

        return (last.Value - before.Value) * register.KWhPerUnit * 1000 / (last.At - before.At).TotalHours;
    }

    // In a town that runs fast, what is on its way for a few real seconds is minutes old in the town's time.
    private TimeSpan Fresh(TimeSpan beats)
    {
        var onTheWay = OnTheWay * (clock is CivilClock civil ? civil.Speed : 1);
        return beats > onTheWay ? beats : onTheWay;
    }

    private static Figure One(string label, double watts, LineNote note, DateTimeOffset now) => new()
    {
        Value = watts,
        Unit = "W",
        From = now - MeanOver,
        To = now,
        Coverage = 1,
        Lines = [new FigureLine(label, watts, "W", null, watts) { Note = note }],
    };
}
