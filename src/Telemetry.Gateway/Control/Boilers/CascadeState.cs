using Telemetry.Gateway.Control.Heating;

namespace Telemetry.Gateway.Control.Boilers;

/// <summary>What is advised of the boilers of a boiler room, and what the next advice goes on from. Pure.</summary>
/// <remarks>Places count from 0, in the order in which the site names the boilers. Nothing of it is written anywhere: the sequence stays with the local controller.</remarks>
internal sealed record CascadeState
{
    /// <summary>The boiler that should lead this week: the one with the fewest hours when the week began; null while hours lack.</summary>
    internal int? Lead { get; init; }

    /// <summary>The Monday since which it should.</summary>
    internal DateOnly Week { get; init; }

    /// <summary>How many should run; null while it is not known what each does.</summary>
    internal int? Wanted { get; init; }

    /// <summary>How many do.</summary>
    internal int? Running { get; init; }

    /// <summary>Since when those that run have given over 90 %; null when they do not.</summary>
    internal DateTimeOffset? FullSince { get; init; }

    /// <summary>Looks once more.</summary>
    /// <param name="boilers">What each says.</param>
    /// <param name="now">The instant.</param>
    /// <param name="today">The local day.</param>
    /// <param name="outdoor">°C; NaN when unknown, and then no cold asks for all of them.</param>
    /// <param name="designOutdoor">°C.</param>
    internal CascadeState Next(IReadOnlyList<BoilerSight> boilers, DateTimeOffset now, DateOnly today, double outdoor, double designOutdoor)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var lead = Lead is { } kept && Week == monday && kept < boilers.Count ? kept
            : boilers.Count > 0 && boilers.All(boiler => boiler.Hours is not null) ? Cascade.Order([.. boilers.Select(boiler => Math.Floor(boiler.Hours!.Value))])[0]
            : (int?)null;
        if (boilers.Count == 0 || boilers.Any(boiler => boiler.Burns is null))
        {
            return new CascadeState { Lead = lead, Week = monday };
        }

        var burning = boilers.Where(boiler => boiler.Burns == true).ToList();

        // A boiler that does not say how much it gives makes the load unknown: it is then neither full nor spare.
        var load = burning.Count == 0 ? 0 : burning.Average(boiler => boiler.Load ?? double.NaN);
        var full = load > Cascade.Full ? FullSince ?? now : (DateTimeOffset?)null;
        return new CascadeState
        {
            Lead = lead,
            Week = monday,
            Running = burning.Count,
            Wanted = Cascade.Wanted(burning.Count, boilers.Count, load, full, now, outdoor, designOutdoor),
            FullSince = full,
        };
    }
}
