using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Data.Sqlite;
using Telemetry.Analytics.History.Sqlite;

namespace Telemetry.Analytics.Reports.Frozen;

/// <summary>Frozen reports in the office's file: added, never changed.</summary>
internal sealed class FrozenReports(OfficeFile file, TimeProvider clock) : IFrozenReports
{
    private static readonly JsonSerializerOptions Shape = new() { Converters = { new JsonStringEnumConverter() } };
    private readonly Lock _gate = new();

    /// <inheritdoc />
    public IReadOnlyList<FrozenReport> All()
    {
        using var connection = file.Open();
        return Read(connection, "SELECT number, version, at_ms, who, reason, sha256, content FROM frozen ORDER BY at_ms DESC, version DESC");
    }

    /// <inheritdoc />
    public FrozenReport? Find(string number, int? version = null)
    {
        using var connection = file.Open();
        return Read(
            connection,
            "SELECT number, version, at_ms, who, reason, sha256, content FROM frozen WHERE number = $n AND ($v IS NULL OR version = $v) ORDER BY version DESC LIMIT 1",
            ("$n", number),
            ("$v", version)) is [var report] ? report : null;
    }

    /// <inheritdoc />
    public (FrozenReport? Report, FreezeProblem Problem) Freeze(ReportContent content, string by, string reason, Action<FrozenReport>? witness = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        lock (_gate)
        {
            using var connection = file.Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            var before = Read(
                connection,
                "SELECT number, version, at_ms, who, reason, sha256, content FROM frozen WHERE kind = $k AND period = $p ORDER BY version DESC LIMIT 1",
                ("$k", content.Kind.ToString()),
                ("$p", content.Period)) is [var last] ? last : null;
            if (before is not null && Same(before.Content, content))
            {
                return (before, FreezeProblem.NothingChanged);
            }

            if (before is not null && string.IsNullOrWhiteSpace(reason))
            {
                return (before, FreezeProblem.ReasonNeeded);
            }

            var bytes = JsonSerializer.SerializeToUtf8Bytes(content, Shape);
            var report = new FrozenReport(
                before?.Number ?? NextNumber(connection), (before?.Version ?? 0) + 1, clock.GetUtcNow(), by, before is null ? "" : reason.Trim(), Fingerprint(bytes), content);
            using var insert = connection.Prepared(
                "INSERT INTO frozen (number, version, kind, period, at_ms, who, reason, sha256, content) VALUES ($n, $v, $k, $p, $t, $w, $r, $h, $c)",
                "$n", "$v", "$k", "$p", "$t", "$w", "$r", "$h", "$c");
            insert.With(
                report.Number, report.Version, content.Kind.ToString(), content.Period, report.At.ToUnixTimeMilliseconds(), report.By, report.Reason, report.Sha256, bytes).ExecuteNonQuery();
            witness?.Invoke(report);
            transaction.Commit();
            return (report, FreezeProblem.None);
        }
    }

    /// <summary>SHA-256 in hexadecimal.</summary>
    internal static string Fingerprint(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    // The date of the data differs each time and is no reason for another version.
    private static bool Same(ReportContent one, ReportContent other) =>
        JsonSerializer.SerializeToUtf8Bytes(one with { DataOf = other.DataOf }, Shape).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, Shape));

    private string NextNumber(SqliteConnection connection)
    {
        var year = clock.GetUtcNow().Year;
        using var count = connection.Prepared("SELECT count(DISTINCT number) FROM frozen WHERE number LIKE $y", "$y").With(FormattableString.Invariant($"{year}-%"));
        return string.Create(CultureInfo.InvariantCulture, $"{year}-{Convert.ToInt32(count.ExecuteScalar(), CultureInfo.InvariantCulture) + 1:000}");
    }

    private static List<FrozenReport> Read(SqliteConnection connection, string text, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = connection.Prepared(text);
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        using var rows = command.ExecuteReader();
        var reports = new List<FrozenReport>();
        while (rows.Read())
        {
            var bytes = (byte[])rows.GetValue(6);
            if (Fingerprint(bytes) != rows.GetString(5))
            {
                throw new InvalidDataException($"The report {rows.GetString(0)} was changed since it was frozen: its fingerprint is no longer {rows.GetString(5)}.");
            }

            reports.Add(new FrozenReport(
                rows.GetString(0), rows.GetInt32(1), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(2)), rows.GetString(3), rows.GetString(4), rows.GetString(5),
                JsonSerializer.Deserialize<ReportContent>(bytes, Shape)!));
        }

        return reports;
    }
}
