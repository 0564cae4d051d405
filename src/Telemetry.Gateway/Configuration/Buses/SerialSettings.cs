using System.Globalization;
using static System.FormattableString;

namespace Telemetry.Gateway.Configuration.Buses;

/// <summary>A serial port and how it is to be set. Eight data bits always: RTU needs them.</summary>
/// <param name="Path">The device file, best one of <c>/dev/serial/by-id</c>.</param>
/// <param name="Baud">Speed, 300 to 4 000 000.</param>
/// <param name="Parity">Parity.</param>
/// <param name="StopBits">1 or 2.</param>
/// <param name="Rs485">Ask the kernel to steer the transmitter by RTS, where the port's driver can.</param>
internal sealed record SerialSettings(string Path, int Baud, SerialParity Parity, int StopBits, bool Rs485)
{
    internal const string Example = "/dev/serial/by-id/usb-… 9600 8E1";

    /// <summary>Start, eight data bits, parity, stop bits.</summary>
    internal int BitsPerCharacter => 9 + (Parity == SerialParity.None ? 0 : 1) + StopBits;

    /// <summary>Reads <c>/dev/ttyUSB0 9600 8N1 [rs485]</c>.</summary>
    /// <returns>The settings, or else what is wrong with the text and what to write instead.</returns>
    internal static (SerialSettings? Settings, string? Problem) Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length is < 3 or > 4 || !words[0].StartsWith('/') || (words.Length == 4 && !string.Equals(words[3], "rs485", StringComparison.OrdinalIgnoreCase)))
        {
            return (null, $"'{text}' must be a port, its speed and its character: write {Example}");
        }

        if (!int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var baud) || baud is < 300 or > 4_000_000)
        {
            return (null, $"'{words[1]}' must be a speed from 300 to 4000000: write {Example}");
        }

        return Character(words[2]) is { } character
            ? (new SerialSettings(words[0], baud, character.Parity, character.StopBits, words.Length == 4), null)
            : (null, $"'{words[2]}' must be one of 8N1, 8E1, 8O1, 8N2: write {Example}");
    }

    public override string ToString() =>
        Invariant($"{Path} {Baud} 8{(Parity == SerialParity.None ? 'N' : Parity == SerialParity.Even ? 'E' : 'O')}{StopBits}{(Rs485 ? " rs485" : "")}");

    private static (SerialParity Parity, int StopBits)? Character(string text) => text.ToUpperInvariant() switch
    {
        "8N1" => (SerialParity.None, 1),
        "8E1" => (SerialParity.Even, 1),
        "8O1" => (SerialParity.Odd, 1),
        "8N2" => (SerialParity.None, 2),
        _ => null,
    };
}
