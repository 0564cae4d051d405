using PdfSharp.Fonts;

namespace Telemetry.Dashboard.Reports;

/// <summary>The fonts of PDF reports: DejaVu Sans of the machine (Debian: fonts-dejavu-core), embedded in the file.</summary>
internal sealed class PdfFonts : IFontResolver
{
    /// <summary>The family.</summary>
    public const string Family = "DejaVu Sans";

    private const string Folder = "/usr/share/fonts/truetype/dejavu";
    private static readonly Lock Gate = new();

    /// <summary>Makes the fonts known.</summary>
    /// <returns>What is missing and what to do; null when all is there.</returns>
    public static string? Prepare()
    {
        if (!File.Exists(Path.Combine(Folder, "DejaVuSans.ttf")) || !File.Exists(Path.Combine(Folder, "DejaVuSans-Bold.ttf")))
        {
            return $"{Folder}/DejaVuSans.ttf: apt-get install fonts-dejavu-core";
        }

        lock (Gate)
        {
            GlobalFontSettings.FontResolver ??= new PdfFonts();
        }

        return null;
    }

    /// <inheritdoc />
    public byte[]? GetFont(string faceName) => File.ReadAllBytes(Path.Combine(Folder, faceName));

    /// <inheritdoc />
    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(isBold ? "DejaVuSans-Bold.ttf" : "DejaVuSans.ttf");
}
