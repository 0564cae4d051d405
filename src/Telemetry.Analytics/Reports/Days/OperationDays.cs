using System.Globalization;
using Telemetry.Analytics.History;
using Telemetry.Analytics.Indicators.Boilers;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Indicators.Operation;
using Telemetry.Analytics.Registry;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Days;

/// <summary>The days of a boiler room, each read from its readings once: what they add to its figures, and the room without what repeats.</summary>
internal sealed class OperationDays(IHistory history, ITownRegistry registry, KeptDays kept, TimeZoneInfo zone)
{
    /// <summary>Points that say that a burner burns, the best first: its flame, else how much it gives.</summary>
    private static readonly string[] Flames = ["burner.state", "burner.active", "flame.state", "power.percent", "burner.power", "burner.modulation", "boiler.power"];

    private const string Name = "(operation)";
    private static readonly TimeSpan LongestStep = TimeSpan.FromHours(1);
    private static readonly string[] Sources = ["return.temperature", "flow.temperature", "flow.temperature.sp", "pump.state", "programme.level", "programme.repairs", "programme.writes"];

    /// <summary>Under which point the days of a piece of equipment are kept: a late sample of any of its points throws them away.</summary>
    internal static PointId Key(EquipmentId equipment) => new(equipment, Name);

    /// <summary>How many days were read from readings since the start.</summary>
    internal long Computed => kept.Computed;

    /// <summary>Reads a day that is not kept yet.</summary>
    internal void Prepare(Equipment boiler, DateOnly day)
    {
        var (start, end) = (CivilDays.Start(day, zone), CivilDays.End(day, zone));
        Of(boiler, start, end);
        if (boiler.Kind != EquipmentKind.BoilerRoom)
        {
            return;
        }

        foreach (var room in registry.Current.Points.Where(point => point.Id.Name == "room.temperature"
            && registry.Current.Equipment.Any(one => one.Id == point.Id.Equipment && one.BuildingId == boiler.BuildingId)).ToList())
        {
            Thin(room.Id, start, end);
        }
    }

    /// <summary>What tells of burners in a boiler room: its controller, else each of its boilers that does; empty where nothing does.</summary>
    internal IReadOnlyList<Equipment> BurnersOf(Equipment boiler)
    {
        var town = registry.Current;
        return new Points(boiler.Id, town).Burner.Length > 0
            ? [boiler]
            :
            [
                .. town.Equipment.Where(one => one.Kind == EquipmentKind.Boiler && one.BuildingId == boiler.BuildingId
                    && (one.Id.Municipality, one.Id.Gateway) == (boiler.Id.Municipality, boiler.Id.Gateway) && new Points(one.Id, town).Burner.Length > 0),
            ];
    }

    /// <summary>Whether a device says how warm its return is.</summary>
    internal bool TellsReturn(Equipment boiler) => new Points(boiler.Id, registry.Current)["return.temperature"] is not null;

    /// <summary>What a period adds up to; of several boilers the burners together.</summary>
    internal OperationDay Of(Equipment boiler, DateTimeOffset from, DateTimeOffset to)
    {
        kept.Mend();
        var own = Alone(boiler.Id, from, to);
        foreach (var behind in boiler.Kind == EquipmentKind.BoilerRoom ? BurnersOf(boiler).Where(one => one.Id != boiler.Id) : [])
        {
            var day = Alone(behind.Id, from, to);
            own = own with { Burner = own.Burner + day.Burner, Condensing = own.Condensing + day.Condensing };
        }

        return own;
    }

    private OperationDay Alone(EquipmentId boiler, DateTimeOffset from, DateTimeOffset to)
    {
        var points = new Points(boiler, registry.Current);
        return CivilDays.Touched(from, to, zone).Aggregate(OperationDay.None, (sum, day) => sum + Part(points, day, from, to));
    }

    /// <summary>A series without what repeats (<see cref="ThinSeries"/>).</summary>
    internal IReadOnlyList<Sample> Thin(PointId point, DateTimeOffset from, DateTimeOffset to)
    {
        kept.Mend();
        var samples = new List<Sample>();
        foreach (var day in CivilDays.Touched(from, to, zone))
        {
            var bytes = kept.Of(point, [point], day, "thin-1 " + zone.Id, (start, end) => ThinSeries.Bytes(ThinSeries.Of(history.Read(point, start, end)), start));
            ThinSeries.Read(bytes, point, CivilDays.Start(day, zone), samples);
        }

        samples.RemoveAll(sample => sample.At < from || sample.At >= to);
        return samples;
    }

    private OperationDay Part(Points points, DateOnly day, DateTimeOffset from, DateTimeOffset to)
    {
        var (start, end) = (CivilDays.Start(day, zone), CivilDays.End(day, zone));
        if (start < from || end > to)
        {
            return Sum(points, start < from ? from : start, end > to ? to : end);
        }

        var bytes = kept.Of(Key(points.Boiler), points.Ids, day, points.Recipe(zone), (begin, stop) => OperationBytes.Of(Sum(points, begin, stop)));
        return OperationBytes.Read(bytes) ?? Sum(points, start, end);
    }

    private OperationDay Sum(Points points, DateTimeOffset from, DateTimeOffset to)
    {
        var (burner, flow) = (Series(points[points.Burner], from, to), Series(points["flow.temperature"], from, to));
        var level = points["programme.level"];
        return new OperationDay(
            BurnerStarts.Sum(burner, from, to, (points[points.Burner]?.Heartbeat ?? TimeSpan.Zero) * 3),
            level is null ? default : ForcedTime.Sum(Series(level, from, to), from, to, level.Heartbeat * 3),
            points[points.Burner] is null || points["return.temperature"] is not { } back ? default : CondensingShare.Sum(Moments(burner, Series(back, from, to)), from, to, LongestStep),
            RegulationError.Sum(flow, Series(points["flow.temperature.sp"], from, to), Series(points["pump.state"], from, to) is { Count: > 0 } pump ? pump : null, from, to, LongestStep),
            KnownShare.Sum(flow, from, to, (points["flow.temperature"]?.Heartbeat ?? TimeSpan.Zero) * 3),
            Most(points["programme.repairs"], from, to),
            Most(points["programme.writes"], from, to));
    }

    // Each time one of the two speaks, with what the other last said.
    private static List<BurnerSample> Moments(IReadOnlyList<Sample> burner, IReadOnlyList<Sample> back)
    {
        var (burns, degrees) = (false, double.NaN);
        var moments = new List<BurnerSample>(burner.Count + back.Count);
        for (var (one, other) = (0, 0); one < burner.Count || other < back.Count;)
        {
            if (other == back.Count || (one < burner.Count && burner[one].At <= back[other].At))
            {
                burns = !burner[one].Quality.IsBad && burner[one].Value > 0;
                moments.Add(new BurnerSample(burner[one++].At, burns, degrees));
            }
            else
            {
                degrees = back[other].Quality.IsBad ? double.NaN : back[other].Value;
                moments.Add(new BurnerSample(back[other++].At, burns, degrees));
            }
        }

        return moments;
    }

    private double Most(Point? point, DateTimeOffset from, DateTimeOffset to) => point is null
        ? double.NaN
        : history.Read(point.Id, from, to).Where(sample => !sample.Quality.IsBad).Select(sample => sample.Value).DefaultIfEmpty(double.NaN).Max();

    // With an hour before it, and whatever the last value was: what held when the period began.
    private IReadOnlyList<Sample> Series(Point? point, DateTimeOffset from, DateTimeOffset to)
    {
        if (point is null)
        {
            return [];
        }

        var samples = history.Read(point.Id, from - LongestStep, to);
        return samples is [{ } first, ..] && first.At < from || history.LastBefore(point.Id, from - LongestStep) is not { } before ? samples : [before, .. samples];
    }

    /// <summary>The points of one boiler room that its figures are made of.</summary>
    private sealed class Points(EquipmentId boiler, Town town)
    {
        private readonly Dictionary<string, Point> _known = town.Points
            .Where(point => point.Id.Equipment == boiler && (Sources.Contains(point.Id.Name, StringComparer.Ordinal) || Flames.Contains(point.Id.Name, StringComparer.Ordinal)))
            .ToDictionary(point => point.Id.Name, StringComparer.Ordinal);

        internal EquipmentId Boiler => boiler;

        internal string Burner => Flames.FirstOrDefault(_known.ContainsKey) ?? "";

        internal IReadOnlyCollection<PointId> Ids => [.. _known.Values.Select(point => point.Id)];

        internal Point? this[string name] => _known.GetValueOrDefault(name);

        // Whatever changes the numbers is part of the recipe: the rules' edition, which points there are and how long a value stands, the zone of the days.
        internal string Recipe(TimeZoneInfo zone) => "operation-1 " + zone.Id + " " + string.Join(' ', _known.OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key}:{one.Value.Heartbeat.TotalSeconds:0.###}")));
    }
}
