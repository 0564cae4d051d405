using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Analytics.Ingest;

/// <summary>Properties and values of metrics, whatever numeric type the sender chose.</summary>
internal static class MetricWords
{
    extension(Metric metric)
    {
        /// <summary>A text property; null when absent or of another type.</summary>
        internal string? Text(string property) => metric.Properties.GetValueOrDefault(property) as string;

        /// <summary>A numeric property; null when absent, of another type or not finite.</summary>
        internal double? Number(string property) => Finite(metric.Properties.GetValueOrDefault(property));

        /// <summary>The value as a number: true is 1; null when there is none or it is no number.</summary>
        internal double? NumericValue => Finite(metric.Value);

        /// <summary>The value as a whole number; null when it is none.</summary>
        internal long? WholeValue => metric.Value is long whole ? whole : null;

        /// <summary>Whether the type can be a point's value at all.</summary>
        internal bool IsNumeric => metric.Type is (>= MetricType.Int8 and <= MetricType.Boolean);
    }

    private static double? Finite(object? value) => value switch
    {
        double number when double.IsFinite(number) => number,
        long number => number,
        bool on => on ? 1 : 0,
        _ => null,
    };
}
