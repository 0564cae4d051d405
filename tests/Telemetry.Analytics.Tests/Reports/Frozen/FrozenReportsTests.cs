using Microsoft.Data.Sqlite;
using Telemetry.Analytics.Reports;
using Telemetry.Analytics.Reports.Frozen;

namespace Telemetry.Analytics.Tests.Reports.Frozen;

/// <summary>A frozen report never changes; a correction stands beside it with its reason.</summary>
public sealed class FrozenReportsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("frozen-");
    private readonly SetClock _clock = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly OfficeFile _file;
    private readonly FrozenReports _reports;

    public FrozenReportsTests()
    {
        _file = new OfficeFile(Path.Combine(_folder.FullName, "office.db"));
        _reports = new FrozenReports(_file, _clock);
    }

    [Fact]
    public void Freeze_SameThenCorrected_NumbersVersionsAndReasons()
    {
        var (first, none) = _reports.Freeze(Content(1000), "energie", "");
        var (_, same) = _reports.Freeze(Content(1000) with { DataOf = _clock.Now.AddDays(1) }, "energie", "");
        var (_, without) = _reports.Freeze(Content(1010), "energie", " ");
        var (second, _) = _reports.Freeze(Content(1010), "energie", "Relevés tardifs du gymnase");
        var (other, _) = _reports.Freeze(Content(5) with { Period = "2024" }, "energie", "");

        Assert.Equal(FreezeProblem.None, none);
        Assert.Equal((FreezeProblem.NothingChanged, FreezeProblem.ReasonNeeded), (same, without));
        Assert.Equal(("2026-001", 1, "2026-001", 2, "2026-002"), (first!.Number, first.Version, second!.Number, second.Version, other!.Number));
        Assert.Equal("Relevés tardifs du gymnase", _reports.Find("2026-001")!.Reason);
        Assert.Equal(1000, _reports.Find("2026-001", 1)!.Content.Tables[0].Rows[0][1].Number);
        Assert.NotEqual(first.Sha256, second.Sha256);
        Assert.Equal(3, _reports.All().Count);
    }

    [Fact]
    public void Find_ChangedBehindOurBack_IsRefused()
    {
        _reports.Freeze(Content(1000), "energie", "");
        using var connection = _file.Open();
        using var update = connection.CreateCommand();
        update.CommandText = "UPDATE frozen SET who = 'x'";
        Assert.Contains("never changes", Assert.Throws<SqliteException>(() => update.ExecuteNonQuery()).Message, StringComparison.Ordinal);

        update.CommandText = "DROP TRIGGER frozen_stays; UPDATE frozen SET content = CAST(replace(CAST(content AS TEXT), '1000', '900') AS BLOB)";
        update.ExecuteNonQuery();

        Assert.Contains("fingerprint", Assert.Throws<InvalidDataException>(() => _reports.Find("2026-001")).Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private ReportContent Content(double kWh) => new()
    {
        Kind = ReportKind.Yearly,
        Municipality = "valmont",
        Period = "2025",
        From = new(2025, 1, 1),
        To = new(2026, 1, 1),
        DataOf = _clock.Now,
        Perimeter = ["École"],
        FactorSet = "x",
        Station = "",
        ToCheck = [],
        Tables = [new("buildings", [new("building"), new("energy", "kWh")], [[ReportCell.Of("École"), ReportCell.Of(kWh)], [ReportCell.Of("Mairie"), ReportCell.Of(double.NaN)]])],
    };
}
