using System.Globalization;
using Telemetry.Gateway.Configuration;
using static System.FormattableString;

namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>What devices refused, kept on disk so that a restart does not ask again; each is forgotten after a day.</summary>
/// <remarks>One line a hole: device, table, first, last, instant. A line that is not understood is dropped: it will be learned again.</remarks>
internal sealed class HoleBook
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly string? _path;
    private readonly Dictionary<string, List<Hole>> _holes = new(StringComparer.Ordinal);

    /// <summary>Opens the book, or one that lasts as long as the process when no path is given.</summary>
    internal HoleBook(TimeProvider clock, string? path = null)
    {
        (_clock, _path) = (clock, path);
        foreach (var line in path is not null && File.Exists(path) ? ReadLines(path) : [])
        {
            if (Parse(line) is var (device, hole))
            {
                Of(device).Add(hole);
            }
        }
    }

    /// <summary>The holes of a device that are believed now, and when the first of them is to be tried again.</summary>
    internal (IReadOnlyList<Hole> Holes, DateTimeOffset Until) For(string device)
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            var alive = Of(device).Where(hole => hole.Learned <= now && now - hole.Learned < Kept).ToList();
            return (alive, alive.Count == 0 ? DateTimeOffset.MaxValue : alive.Min(hole => hole.Learned) + Kept);
        }
    }

    /// <summary>Remembers holes. A disk that does not take them costs no more than to learn them again.</summary>
    internal void Learn(string device, IReadOnlyList<Hole> holes)
    {
        lock (_gate)
        {
            var known = Of(device);
            known.RemoveAll(old => _clock.GetUtcNow() - old.Learned >= Kept
                || holes.Any(hole => hole.Kind == old.Kind && hole.First == old.First && hole.Last == old.Last));
            known.AddRange(holes);
            Save();
        }
    }

    private static string[] ReadLines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static (string Device, Hole Hole)? Parse(string line) =>
        line.Split('\t') is [{ Length: > 0 } device, var table, var first, var last, var at]
        && Enum.TryParse<RegisterKind>(table, out var kind)
        && ushort.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
        && ushort.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
        && DateTimeOffset.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var learned)
            ? (device, new Hole(kind, from, to, learned))
            : null;

    private List<Hole> Of(string device)
    {
        if (!_holes.TryGetValue(device, out var holes))
        {
            _holes[device] = holes = [];
        }

        return holes;
    }

    private void Save()
    {
        if (_path is null)
        {
            return;
        }

        try
        {
            File.WriteAllLines(_path + ".new", _holes.SelectMany(device => device.Value.Select(hole =>
                Invariant($"{device.Key}\t{hole.Kind}\t{hole.First}\t{hole.Last}\t{hole.Learned.UtcDateTime:O}"))));
            File.Move(_path + ".new", _path, overwrite: true);
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            // Kept in memory: the next hole tries the disk again.
        }
    }
}
