namespace Telemetry.Analytics.Reports.Actions;

/// <summary>Something decided for a building, with who answers for it.</summary>
public sealed record EnergyAction
{
    /// <summary>Its number; 0 before it is kept.</summary>
    public long Id { get; init; }

    /// <summary>The building's slug.</summary>
    public required string Building { get; init; }

    /// <summary>What is to be done.</summary>
    public required string Title { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>By when.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>How far it is.</summary>
    public ActionState State { get; init; }

    /// <summary>What it costs, EUR; null when not known.</summary>
    public double? Cost { get; init; }

    /// <summary>What it is expected to save, kWh a year; null when not known.</summary>
    public double? ExpectedKWh { get; init; }

    /// <summary>The day it was done.</summary>
    public DateOnly? Done { get; init; }

    /// <summary>The anomaly it answers; empty when it has none.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Whether it should be done by now and is not.</summary>
    public bool IsLate(DateOnly today) => State is ActionState.Planned or ActionState.UnderWay && Due < today;
}
