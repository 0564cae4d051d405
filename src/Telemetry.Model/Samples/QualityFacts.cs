namespace Telemetry.Model.Samples;

/// <summary>What can be asked of a <see cref="Quality"/>.</summary>
public static class QualityFacts
{
    extension(Quality quality)
    {
        /// <summary>True when there is no value to use: the sample is NaN.</summary>
        public bool IsBad => quality >= Quality.NoSensor;
    }
}
