namespace Telemetry.Messaging.Sparkplug;

/// <summary>Takes the metrics of one message, one by one, in order.</summary>
public interface IMetricWriter
{
    /// <summary>Writes a metric.</summary>
    /// <exception cref="ArgumentException">Its value does not fit its type.</exception>
    void Write(Metric metric);

    /// <summary>Writes a whole number (Int64) without an instant of its own.</summary>
    void Write(string name, long value);

    /// <summary>Writes a measured value (Double) without properties.</summary>
    /// <param name="name">The metric's name.</param>
    /// <param name="at">When it was measured; milliseconds are told.</param>
    /// <param name="value">The value.</param>
    /// <param name="isHistorical">True when it was kept during an outage.</param>
    /// <exception cref="ArgumentException">The instant is before 1970.</exception>
    void Write(string name, DateTimeOffset at, double value, bool isHistorical);
}
