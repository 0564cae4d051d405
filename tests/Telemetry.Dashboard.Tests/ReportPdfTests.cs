using Telemetry.Dashboard.Reports;

namespace Telemetry.Dashboard.Tests;

/// <summary>The axis of a report's chart: few lines, round steps, nothing cut.</summary>
public sealed class ReportPdfTests
{
    [Theory]
    [InlineData(475, 100, 500)]
    [InlineData(83.8, 20, 100)]
    [InlineData(8, 1, 8)]
    [InlineData(0.031, 0.005, 0.035)]
    [InlineData(0, 1, 1)]
    public void Scale_HighestValue_StepAndEnd(double highest, double step, double end)
    {
        var (drawn, last) = ReportPdf.Scale(highest);

        Assert.Equal(step, drawn, 1e-9);
        Assert.Equal(end, last, 1e-9);
    }
}
