namespace Telemetry.Analytics.Indicators.Tertiary;

/// <summary>The models of DPE label for public buildings.</summary>
public enum DpeBuilding
{
    /// <summary>Offices, administration, teaching.</summary>
    OfficeOrTeaching,

    /// <summary>Used day and night: homes, boarding schools, hospitals.</summary>
    Continuous,

    /// <summary>Others: theatres, sports halls.</summary>
    Other,
}
