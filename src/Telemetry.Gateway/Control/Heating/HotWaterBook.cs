namespace Telemetry.Gateway.Control.Heating;

/// <summary>What is known of a tank's legionella runs.</summary>
internal sealed record HotWaterBook
{
    /// <summary>When the last run was due, UTC; null before the first.</summary>
    internal DateTimeOffset? Due { get; init; }

    /// <summary>It is under way.</summary>
    internal bool Running { get; init; }

    /// <summary>It repeats one that was not achieved, and is itself not repeated.</summary>
    internal bool Repeats { get; init; }

    /// <summary>Since when every sensor holds the aim; null while they do not. Not kept over a restart: nobody looked meanwhile.</summary>
    internal DateTimeOffset? HotSince { get; init; }

    /// <summary>Every sensor said something during the run.</summary>
    internal bool Heard { get; init; }

    /// <summary>How the last one that is over ended.</summary>
    internal HotWaterRunEnd End { get; init; }
}
