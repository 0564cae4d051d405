using System.Globalization;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Streams;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;
using Telemetry.Model.Settings;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Journal.Plants;

/// <summary>Writes into the journal what a gateway does in a boiler room of itself: what its programme applies, the settings that it keeps, its legionella runs, with what the controller reads back.</summary>
/// <remarks>Told by the points of the gateway; a line is written when it differs from the last one of its object, and so a restart writes none twice.</remarks>
internal sealed class PlantScribe(IJournal journal, ITownRegistry registry, ILiveValues live)
{
    private const string Kept = "programme.kept.", Runs = "programme.hotwater.run", RunEnd = "programme.hotwater.run.end";
    private static readonly string[] RunEnds = ["", "Met", "NotMet", "NotMeasured"];
    private readonly Dictionary<(string Action, string Object), string> _last = [];

    /// <summary>Whether a point's news may be news for the journal.</summary>
    public static bool Concerns(string point) =>
        point is "mode" or "programme.level" or "programme.mode" or "programme.setpoint" or Runs or RunEnd
        || point.StartsWith(Kept, StringComparison.Ordinal) || ControllerSettings.KeptAt(point) is not null;

    /// <summary>Looks at a boiler room and writes what is new.</summary>
    /// <exception cref="JournalException">The journal cannot be written; the same look later writes the same.</exception>
    public void Look(EquipmentId device)
    {
        Mode(device);
        Run(device);
        foreach (var point in registry.Current.Points.Where(point => point.Id.Equipment == device && point.Id.Name.StartsWith(Kept, StringComparison.Ordinal)).ToList())
        {
            Setting(device, point.Id.Name[Kept.Length..]);
        }
    }

    private void Mode(EquipmentId device)
    {
        var level = Value(device, "programme.level");
        var programme = level is (int)LadderLevel.Protection or (int)LadderLevel.Exception or (int)LadderLevel.Closed or (int)LadderLevel.Week;
        var asked = programme && Value(device, "programme.mode") is { } mode
            ? Name<HeatingMode>(mode) + (Value(device, "programme.setpoint") is { } degrees ? string.Create(CultureInfo.InvariantCulture, $" → {degrees:0.#} °C") : "")
            : "";
        var read = Value(device, "mode") is { } present ? Name<HeatingMode>(present) : "";
        if (level is not null && asked.Length + read.Length > 0)
        {
            Write(JournalActions.PlantLed, device, "mode", programme, asked, read, Name<LadderLevel>(level.Value));
        }
    }

    private void Setting(EquipmentId device, string point)
    {
        if (Value(device, Kept + point) is { } state && (state != (int)KeptState.None || Last(JournalActions.SettingKept, Object(device, point)).Length > 0))
        {
            var unit = registry.Current.Points.FirstOrDefault(one => one.Id == new PointId(device, point))?.Unit ?? "";
            var read = Value(device, point) is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {unit}").TrimEnd() : "";
            Write(JournalActions.SettingKept, device, point, byProgramme: true, "", read, Name<KeptState>(state));
        }
    }

    private void Run(EquipmentId device)
    {
        if (Value(device, Runs) is not { } running)
        {
            return;
        }

        var end = Value(device, RunEnd) is { } number && number >= 0 && number < RunEnds.Length ? RunEnds[(int)number] : "";
        var outcome = running > 0 ? "Running" : end;
        if (outcome.Length > 0)
        {
            Write(JournalActions.LegionellaRun, device, Runs, byProgramme: true, "", "", outcome);
        }
    }

    // Who decided and by which rung is told, but is no news by itself: people's orders have their own lines.
    private void Write(JournalAction action, EquipmentId device, string point, bool byProgramme, string asked, string read, string outcome)
    {
        var (key, text) = ((action.Code, Object(device, point)), Text(asked, read, action == JournalActions.PlantLed ? "" : outcome));
        if (Last(action, key.Item2) == text)
        {
            return;
        }

        journal.Append(new()
        {
            Action = action,
            By = new(byProgramme && Value(device, "programme.version") is { } version ? string.Create(CultureInfo.InvariantCulture, $"programme {version:0}") : Actor.Nobody, "", "gateway " + device.Gateway),
            Object = key.Item2,
            Site = registry.Current.Equipment.FirstOrDefault(one => one.Id == device)?.BuildingId ?? "",
            Asked = asked,
            ReadBack = read,
            Rules = OrderScribe.RulesOf(registry.Current, device),
            Outcome = outcome,
        });
        _last[key] = text;
    }

    private string Last(JournalAction action, string place)
    {
        if (!_last.TryGetValue((action.Code, place), out var text))
        {
            var line = journal.Read(new() { Action = action.Code, ObjectPrefix = place, Most = 1 }).FirstOrDefault(line => line.Object == place);
            _last[(action.Code, place)] = text = line is null ? "" : Text(line.Asked, line.ReadBack, action == JournalActions.PlantLed ? "" : line.Outcome);
        }

        return text;
    }

    private static string Text(string asked, string read, string outcome) => string.Join('\t', asked, read, outcome);

    private static string Object(EquipmentId device, string point) => new PointId(device, point).ToString();

    private double? Value(EquipmentId device, string point) => live.Latest(new PointId(device, point)) is { } sample && !sample.Quality.IsBad && double.IsFinite(sample.Value) ? sample.Value : null;

    private static string Name<T>(double value)
        where T : struct, Enum => Enum.GetName(typeof(T), (int)value) ?? value.ToString("0", CultureInfo.InvariantCulture);
}
