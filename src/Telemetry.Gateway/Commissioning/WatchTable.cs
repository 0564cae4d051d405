using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using Telemetry.Gateway.Health;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Commissioning;

/// <summary>A view as a table for a terminal.</summary>
internal static class WatchTable
{
    internal static IRenderable Of(Language say, StatusView view)
    {
        var table = Screen.Table(say.Say("Équipement", "Device"), "Point", say.Say("Valeur", "Value"), say.Say("Unité", "Unit"), say.Say("Qualité", "Quality"), say.Say("Âge", "Age"), say.Say("Erreurs", "Errors"));
        table.Columns[2].Alignment = Justify.Right;
        table.Columns[5].Alignment = Justify.Right;
        table.Columns[6].Alignment = Justify.Right;
        foreach (var device in view.Devices)
        {
            var (name, errors) = (device.Id, device.Errors.ToString(CultureInfo.InvariantCulture));
            foreach (var point in device.Points)
            {
                table.AddRow(
                    Screen.Cell(name), Screen.Cell(point.Name), Screen.Cell(point.Value is { } value ? say.Number(Math.Round(value, 3)) : "–"), Screen.Cell(point.Unit),
                    Screen.Cell(Word(say, point.Quality), Colour(point.Quality)), Screen.Cell(Age(say, point.AgeSeconds)), Screen.Cell(errors, device.Errors > 0 ? "yellow" : null));
                (name, errors) = ("", "");
            }
        }

        var foot = view.At.ToString("HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        if (view.Uplink is { } link)
        {
            foot += link.Online ? say.Say(", centre joint", ", centre reached") : say.Say(", centre injoignable", ", centre out of reach");
            foot += string.Create(CultureInfo.InvariantCulture, $", {view.Outbox?.Depth ?? 0} {say.Say("lots en attente", "batches waiting")}");
        }

        return table.Caption(Markup.Escape(view.Simulated ? foot + say.Say(", SIMULÉ", ", SIMULATED") : foot));
    }

    private static string Age(Language say, double? seconds) => seconds switch
    {
        null => "–",
        < 120 => $"{seconds.Value.ToString("0.0", say.Numbers)} s",
        < 7_200 => $"{(seconds.Value / 60).ToString("0", say.Numbers)} min",
        _ => $"{(seconds.Value / 3_600).ToString("0", say.Numbers)} h",
    };

    private static string? Colour(string quality) => quality switch
    {
        nameof(Quality.Good) => "green",
        nameof(Quality.Suspect) or nameof(Quality.ClockUncertain) or "Waiting" => "yellow",
        _ => "red",
    };

    private static string Word(Language say, string quality) => !say.IsFrench ? quality : quality switch
    {
        "Waiting" => "attendu",
        nameof(Quality.Good) => "bon",
        nameof(Quality.Suspect) => "douteux",
        nameof(Quality.ClockUncertain) => "heure incertaine",
        nameof(Quality.NoSensor) => "sans sonde",
        nameof(Quality.OutOfRange) => "hors limites",
        nameof(Quality.NoAnswer) => "ne répond pas",
        nameof(Quality.DeviceRefused) => "refusé",
        nameof(Quality.Undecodable) => "indéchiffrable",
        nameof(Quality.Stale) => "périmé",
        nameof(Quality.DeviceFault) => "défaut sonde",
        _ => quality,
    };
}
