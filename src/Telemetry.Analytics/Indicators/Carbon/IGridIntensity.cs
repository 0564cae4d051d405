namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>Carbon intensity of the grid in time: a file of it, or a live feed.</summary>
public interface IGridIntensity
{
    /// <summary>Its name with source and licence, as printed.</summary>
    string Name { get; }

    /// <summary>What it counts.</summary>
    IntensityPerimeter Perimeter { get; }

    /// <summary>The point in whose step an instant lies: given, or filled and marked estimated; NaN when it can be neither.</summary>
    IntensityPoint At(DateTimeOffset instant);
}
