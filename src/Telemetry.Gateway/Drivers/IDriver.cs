using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Drivers;

/// <summary>What talks to field devices: subscribing starts it, disposing stops it.</summary>
internal interface IDriver
{
    /// <summary>Every value read, decoded but not judged; a point that could not be read is told as missing, with the reason.</summary>
    IObservable<Sample> Samples { get; }
}
