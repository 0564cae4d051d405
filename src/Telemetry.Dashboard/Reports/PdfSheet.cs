using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Telemetry.Dashboard.Reports;

/// <summary>Writes down pages of A4: paragraphs, tables that go on over pages, a footer on each.</summary>
internal sealed class PdfSheet : IDisposable
{
    private const double Margin = 48;
    private const double Line = 12.5;
    private readonly PdfDocument _document;
    private readonly string _footer;
    private readonly XFont _text = new(PdfFonts.Family, 8.5);
    private readonly XFont _bold = new(PdfFonts.Family, 8.5, XFontStyleEx.Bold);
    private XGraphics _graphics = null!;
    private PdfPage _page = null!;
    private double _y;

    internal PdfSheet(PdfDocument document, string footer)
    {
        (_document, _footer) = (document, footer);
        Turn();
    }

    internal double Width => _page.Width.Point - (2 * Margin);

    /// <summary>A heading.</summary>
    internal void Heading(string text, double size)
    {
        Room(size * 2.4);
        _y += size * 0.7;
        Wrapped(text, new XFont(PdfFonts.Family, size, XFontStyleEx.Bold), size * 1.25);
        _y += 3;
    }

    /// <summary>A paragraph.</summary>
    internal void Paragraph(string text)
    {
        Wrapped(text, _text, Line);
        _y += 4;
    }

    /// <summary>A place of the page to draw on.</summary>
    internal void Draw(double height, Action<XGraphics, XRect> draw)
    {
        Room(height);
        draw(_graphics, new XRect(Margin, _y, Width, height));
        _y += height + 8;
    }

    /// <summary>A table; its heading comes again on each page.</summary>
    internal void Table(IReadOnlyList<string> heading, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<bool> isNumber, IReadOnlyList<string>? total)
    {
        var widths = Widths(heading, rows, isNumber);
        Row(heading, widths, isNumber, _bold);
        foreach (var row in rows)
        {
            if (_y + Height(row, widths, _text) > Bottom)
            {
                Turn();
                Row(heading, widths, isNumber, _bold);
            }

            Row(row, widths, isNumber, _text);
        }

        if (total is not null)
        {
            Row(total, widths, isNumber, _bold);
        }

        _y += 8;
    }

    public void Dispose() => _graphics.Dispose();

    private double Bottom => _page.Height.Point - Margin - 14;

    private void Turn()
    {
        _graphics?.Dispose();
        _page = _document.AddPage();
        _page.Size = PdfSharp.PageSize.A4;
        _graphics = XGraphics.FromPdfPage(_page);
        _y = Margin;
        var number = FormattableString.Invariant($"{_footer}   {_document.PageCount}");
        _graphics.DrawString(number, new XFont(PdfFonts.Family, 6.5), XBrushes.DimGray, new XPoint(Margin, _page.Height.Point - Margin + 8));
    }

    private void Room(double height)
    {
        if (_y + height > Bottom)
        {
            Turn();
        }
    }

    private void Wrapped(string text, XFont font, double line)
    {
        foreach (var one in Lines(text, font, Width))
        {
            Room(line);
            _graphics.DrawString(one, font, XBrushes.Black, new XPoint(Margin, _y + (line * 0.8)));
            _y += line;
        }
    }

    private void Row(IReadOnlyList<string> cells, double[] widths, IReadOnlyList<bool> isNumber, XFont font)
    {
        var (x, height) = (Margin, Height(cells, widths, font));
        Room(height);
        for (var place = 0; place < cells.Count; place++)
        {
            var y = _y;
            foreach (var line in Lines(cells[place], font, widths[place] - 6))
            {
                var at = isNumber[place] ? x + widths[place] - 3 - _graphics.MeasureString(line, font).Width : x + 3;
                _graphics.DrawString(line, font, XBrushes.Black, new XPoint(at, y + (Line * 0.8)));
                y += Line;
            }

            x += widths[place];
        }

        _y += height;
        _graphics.DrawLine(XPens.LightGray, Margin, _y - 2, Margin + Width, _y - 2);
    }

    private double Height(IReadOnlyList<string> cells, double[] widths, XFont font) =>
        (cells.Select((cell, place) => Lines(cell, font, widths[place] - 6).Count).Max() * Line) + 3;

    private double[] Widths(IReadOnlyList<string> heading, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<bool> isNumber)
    {
        // A column of numbers is as wide as it needs; the texts share what remains, by their length.
        var wanted = heading.Select((title, place) => 8 + rows.Select(row => _graphics.MeasureString(row[place], _text).Width)
            .Append(title.Split(' ').Max(word => _graphics.MeasureString(word, _bold).Width)).Max()).ToArray();
        var numbers = wanted.Where((_, place) => isNumber[place]).Sum();
        var texts = wanted.Where((_, place) => !isNumber[place]).Sum();
        var share = texts > 0 ? Math.Max(0.1, (Width - numbers) / texts) : 1;
        return [.. wanted.Select((width, place) => isNumber[place] ? width : width * share)];
    }

    private List<string> Lines(string text, XFont font, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && _graphics.MeasureString(longer, font).Width > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        lines.Add(line);
        return lines;
    }
}
