using Telemetry.Analytics.Ingest;
using Telemetry.Analytics.Programmes;
using Telemetry.Dashboard.Boilers.Cascades;
using Telemetry.Dashboard.Programmes;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Boilers;

/// <summary>One boiler room as the pages show it.</summary>
internal sealed record BoilerRoom
{
    /// <summary>For how long a plant is kept for one person (interlock S20).</summary>
    private static readonly TimeSpan Reserved = TimeSpan.FromMinutes(15);

    public required Equipment Equipment { get; init; }

    public required Building Building { get; init; }

    public required BoilerFacts Facts { get; init; }

    public Reading? Flow { get; init; }

    public Reading? Return { get; init; }

    public Reading? Room { get; init; }

    public Reading? Outdoor { get; init; }

    /// <summary>The set point people may change, as the controller last said it.</summary>
    public Reading? Setpoint { get; init; }

    /// <summary>The writable point with its bounds; null when the controller has none.</summary>
    public Point? Writable { get; init; }

    /// <summary>The point of the controller's mode; null when it has none, and no mode can be forced.</summary>
    public Point? Mode { get; init; }

    /// <summary>The settings that the controller shows of itself.</summary>
    public IReadOnlyList<ControllerSetting> Controller { get; init; } = [];

    /// <summary>Whether the gateway is heating the tank up against legionella, and how its last run ended (1 met, 2 not met, 3 not measured); null where it makes none.</summary>
    public (bool Running, int End)? HotWaterRuns { get; init; }

    /// <summary>How far a town that runs fast over a real network may lag behind its own clock; zero in real time.</summary>
    public TimeSpan Slack { get; init; }

    /// <summary>What the gateway advises of its boilers; null where they do not speak for themselves.</summary>
    public CascadeAdvice? Cascade { get; init; }

    /// <summary>Orders given, newest first.</summary>
    public IReadOnlyList<OrderStory> Orders { get; init; } = [];

    /// <summary>The versions of its programme, newest first.</summary>
    public IReadOnlyList<ProgrammeStory> Versions { get; init; } = [];

    /// <summary>The order in force; null when the programme decides.</summary>
    public OrderStory? InForce => Orders.FirstOrDefault(story => story.InForce);

    /// <summary>Whether the plant is in safety, by the gateway's word or by the order's.</summary>
    public bool InSafety => Facts.Level == LadderLevel.SafeState || InForce?.Order.Kind == OrderKind.SafeState;

    /// <summary>The newest order about heating; those that bring programmes or keep the plant for somebody have their own places.</summary>
    public OrderStory? Newest => Orders.FirstOrDefault(story => story.Order.Kind is OrderKind.Override or OrderKind.Release or OrderKind.Force or OrderKind.SafeState);

    /// <summary>Who is at work here and until when; the name is empty where only the gateway's reservation is known; null for nobody.</summary>
    /// <remarks>
    /// A gateway keeps the plant for whoever it last obeyed, for a quarter of an hour, and tells until when once a minute: its word holds from the moment it is younger than
    /// the order it obeyed; until then the order says it.
    /// </remarks>
    public (string By, DateTimeOffset Until)? Holder
    {
        get
        {
            var obeyed = Orders.Where(story => story.Order.Kind is OrderKind.Override or OrderKind.Release or OrderKind.Force or OrderKind.Reserve)
                .Select(story => (story.Order.By, At: story.Reports.FirstOrDefault(report => report.State is OrderState.Checked or OrderState.Confirmed)?.At))
                .FirstOrDefault(one => one.At is { } at && at + Reserved > Facts.Now);
            if (Facts.ReservationTold is { } told && (obeyed.At is null || told > obeyed.At))
            {
                return Facts.ReservedUntil is { } until && until > Facts.Now ? (obeyed.By ?? "", until) : null;
            }

            return obeyed.At is { } since ? (obeyed.By, since + Reserved) : null;
        }
    }

    /// <summary>Its page in the French site.</summary>
    public string Path => $"/chaufferies/{Uri.EscapeDataString(Equipment.Id.Gateway)}/{Uri.EscapeDataString(Equipment.Id.Device)}";

    /// <summary>Its key on the live stream.</summary>
    public string Key => $"{Equipment.Id.Gateway}/{Equipment.Id.Device}";
}
