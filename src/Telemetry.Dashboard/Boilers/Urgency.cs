namespace Telemetry.Dashboard.Boilers;

/// <summary>How much a boiler room hurts; the list shows the worst first.</summary>
internal enum Urgency
{
    Normal,
    Watch,
    Alarm,
}
