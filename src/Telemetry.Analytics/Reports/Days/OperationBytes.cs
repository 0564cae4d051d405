using System.Runtime.InteropServices;
using Telemetry.Analytics.Indicators.Operation;

namespace Telemetry.Analytics.Reports.Days;

/// <summary>A day of a boiler room as bytes: its sums as doubles, which hold every count of ticks of a day exactly.</summary>
internal static class OperationBytes
{
    private const int Numbers = 16;

    /// <summary>The day as bytes.</summary>
    internal static byte[] Of(OperationDay day)
    {
        double[] numbers =
        [
            day.Burner.Known.Ticks, day.Burner.Burnt.Ticks, day.Burner.Starts, day.Burner.MostAnHour,
            day.Forced.Known.Ticks, day.Forced.Forced, day.Forced.Boost, day.Forced.Safe,
            day.Condensing.Known.Ticks, day.Condensing.Burning.Ticks, day.Condensing.Condensing.Ticks,
            day.Regulation.KelvinHours, day.Regulation.Time.Ticks, day.InSight.Ticks, day.MostRepairs, day.MostWrites,
        ];
        return MemoryMarshal.AsBytes<double>(numbers).ToArray();
    }

    /// <summary>The day from bytes; null when they are none.</summary>
    internal static OperationDay? Read(byte[] bytes)
    {
        if (bytes.Length != Numbers * sizeof(double))
        {
            return null;
        }

        var number = MemoryMarshal.Cast<byte, double>(bytes);
        return new OperationDay(
            new(Time(number[0]), Time(number[1]), (int)number[2], (int)number[3]),
            new(Time(number[4]), number[5], number[6], number[7]),
            new(Time(number[8]), Time(number[9]), Time(number[10])),
            new(number[11], Time(number[12])), Time(number[13]), number[14], number[15]);
    }

    private static TimeSpan Time(double ticks) => TimeSpan.FromTicks((long)ticks);
}
