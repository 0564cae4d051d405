using System.Runtime.CompilerServices;
using Telemetry.Analytics.History;
using Telemetry.Analytics.History.Sqlite;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests.History;

/// <summary>This test program started as a writer: it appends without end and prints what is acknowledged, until it is killed.</summary>
internal static class HistoryWriterProcess
{
    internal const string Variable = "TELEMETRY_TEST_HISTORY_WRITER";

    [ModuleInitializer]
#pragma warning disable CA2255 // The test runner owns Main; this is the only door before it.
    internal static void Run()
#pragma warning restore CA2255
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } path)
        {
            return;
        }

        var meter = new PointId(new EquipmentId("valmont", "gw", "elec"), "energy.import");
        var noon = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
        var history = new SqliteHistory(path);
        for (var next = (history.Count() / 2) + 1; ; next++)
        {
            Sample Of(long second) => new(meter, noon.AddSeconds(second), second, Quality.Good);
            Console.WriteLine(history.Append(new Batch("valmont/gw", "box-1", next, 1, [Of((next - 1) * 2), Of((next * 2) - 1)])));
        }
    }
}
