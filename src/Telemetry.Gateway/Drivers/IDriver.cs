using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Drivers;

/// <summary>What talks to field devices: subscribing starts it, disposing stops it.</summary>
internal interface IDriver
{
    /// <summary>Every value read, decoded but not judged, those of one device and moment together; a point that could not be read is told as missing, with the reason.</summary>
    /// <remarks>A list is the receiver's as long as the call lasts: the next moment may be written in its place.</remarks>
    IObservable<IReadOnlyList<Sample>> Moments { get; }
}
