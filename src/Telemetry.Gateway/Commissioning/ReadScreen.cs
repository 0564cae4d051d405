using System.Globalization;
using Spectre.Console;
using Telemetry.Gateway.Drivers.Modbus;

namespace Telemetry.Gateway.Commissioning;

/// <summary>One exchange on the screen.</summary>
internal static class ReadScreen
{
    internal static void Show(Screen screen, ReadCommand.Reading reading)
    {
        var say = screen.Language;
        Screen.Line(reading.Where);
        foreach (var (sent, bytes) in reading.Frames)
        {
            Screen.Line($"  {(sent ? say.Say("envoyé", "sent    ") : say.Say("reçu  ", "received"))}  {FrameLog.Hex(bytes)}");
        }

        if (reading.Failure is { } failure)
        {
            screen.Fail($"{failure.Message} {Advice(say, failure)}", $"{failure.Message} {Advice(say, failure)}");
            return;
        }

        screen.Say(
            string.Create(CultureInfo.InvariantCulture, $"  réponse en {reading.Took.TotalMilliseconds:0.0} ms, connexion comprise ; mots : {Words(reading)}"),
            string.Create(CultureInfo.InvariantCulture, $"  answered in {reading.Took.TotalMilliseconds:0.0} ms, connection included; words: {Words(reading)}"));
        var decodings = FourDecodings.Of(reading.Words);
        if (decodings.Count > 0)
        {
            var table = Screen.Table([say.Say("Ordre", "Order"), .. decodings[0].Values.Select(value => value.Type)]);
            foreach (var (order, values) in decodings)
            {
                table.AddRow([Screen.Cell(order), .. values.Select(value => Screen.Cell(Number(say, value.Value)))]);
            }

            screen.Console.Write(table);
        }

        if (reading is { Point: { } point, Judged: var (value, quality) })
        {
            var text = double.IsNaN(value) ? say.Say("pas de valeur", "no value") : $"{say.Number(value)} {point.Point.Unit}".TrimEnd();
            Screen.Line($"{point.Point.Id.Equipment.Device}/{point.Point.Id.Name} = {text}   {say.Say("qualité", "quality")} {quality}");
        }
    }

    internal static object Document(ReadCommand.Reading reading) => new
    {
        ok = reading.Failure is null,
        line = reading.Line,
        unit = reading.Unit,
        kind = reading.Kind.ToString(),
        address = reading.Address,
        milliseconds = Math.Round(reading.Took.TotalMilliseconds, 1),
        frames = reading.Frames.Select(frame => new { direction = frame.Sent ? "sent" : "received", hex = FrameLog.Hex(frame.Bytes) }),
        error = reading.Failure?.Message,
        fault = reading.Failure?.Fault.ToString(),
        code = reading.Failure is { Code: > 0 } refused ? refused.Code : (byte?)null,
        words = reading.Failure is null ? reading.Words : null,
        decodings = reading.Failure is null
            ? FourDecodings.Of(reading.Words).ToDictionary(line => line.Order, line => line.Values.ToDictionary(value => value.Type, value => value.Value, StringComparer.Ordinal), StringComparer.Ordinal)
            : null,
        point = reading.Point?.Point.Id.ToString(),
        value = reading.Judged is { } judged && !double.IsNaN(judged.Value) ? judged.Value : (double?)null,
        unitOfValue = reading.Point?.Point.Unit,
        quality = reading.Judged?.Quality.ToString(),
    };

    /// <summary>What to try next.</summary>
    internal static string Advice(Language say, ModbusException failure) => failure switch
    {
        { Fault: ModbusFault.NoLink } => say.Say(
            "Vérifiez l’adresse, le câble et que personne d’autre n’occupe la ligne (un automate n’accepte souvent qu’une connexion).",
            "Check the address, the cable, and that nobody else holds the line (a controller often accepts one connection only)."),
        { Fault: ModbusFault.NoAnswer } => say.Say(
            "La ligne est ouverte mais l’unité se tait : vérifiez son numéro, la vitesse et la parité, l’ordre des fils A et B. « gateway scan » cherche qui répond.",
            "The line is open but the unit is silent: check its number, speed and parity, and whether A and B are swapped. 'gateway scan' looks for who answers."),
        { Fault: ModbusFault.Garbled } => say.Say(
            "Ce n’est pas une réponse juste : mauvaise parité, deux appareils du même numéro, ou un convertisseur à déclarer en « rtu: » ou « lenient: true ».",
            "That is no right answer: wrong parity, two devices of one number, or a converter to be declared 'rtu:' or 'lenient: true'."),
        { Code: 1 } => say.Say("L’appareil ne connaît pas cette fonction : essayez --input au lieu de --holding.", "The device does not know this function: try --input in place of --holding."),
        { Code: 2 } => say.Say("Cette adresse n’existe pas chez lui : beaucoup de notices comptent à partir de 1 (ôtez 1), ou écrivent 40001 pour 0.", "It has no such address: many manuals count from 1 (take 1 away), or write 40001 for 0."),
        { Code: 0x0A or 0x0B } => say.Say("Le convertisseur répond, mais l’unité derrière lui se tait : vérifiez son numéro et les fils.", "The converter answers but the unit behind it is silent: check its number and the wires."),
        _ => "",
    };

    private static string Words(ReadCommand.Reading reading) => string.Join(' ', reading.Words.Select(word => word.ToString("X4", CultureInfo.InvariantCulture)));

    private static string Number(Language say, double value) => Math.Abs(value) is 0 or (>= 1e-4 and < 1e15) ? say.Number(value) : value.ToString("0.###E+0", say.Numbers);
}
