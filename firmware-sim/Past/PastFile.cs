using System.Globalization;
using System.Text;

namespace FirmwareSim.Past;

/// <summary>A file as a French supplier sends it: semicolons, decimal commas, and a first line that says what it is.</summary>
internal sealed class PastFile : IDisposable
{
    private static readonly CultureInfo Comma = new(CultureInfo.InvariantCulture.Name) { NumberFormat = { NumberDecimalSeparator = "," } };
    private readonly StreamWriter _writer;

    internal PastFile(string path, string header)
    {
        _writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        _writer.WriteLine("Données de démonstration, inventées par le simulateur de Valmont-sur-Orne");
        _writer.WriteLine(header);
    }

    internal void Line(FormattableString first, params ReadOnlySpan<double> values)
    {
        _writer.Write(first.ToString(CultureInfo.InvariantCulture));
        foreach (var value in values)
        {
            _writer.Write(';');
            _writer.Write(value.ToString("0.###", Comma));
        }

        _writer.WriteLine();
    }

    public void Dispose() => _writer.Dispose();
}
