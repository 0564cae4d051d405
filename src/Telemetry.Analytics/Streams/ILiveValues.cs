using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Streams;

/// <summary>The present value of every point, and each new one as it comes.</summary>
public interface ILiveValues
{
    /// <summary>Each live sample after it was committed to the history (never a historical one). Hot; observe without blocking.</summary>
    IObservable<Sample> Samples { get; }

    /// <summary>The last live sample of a point; null when none came yet. Survives a restart.</summary>
    Sample? Latest(PointId point);
}
