using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Telemetry.Dashboard.Reports;

/// <summary>Writes down pages of A4: paragraphs, tables that go on over pages, a footer on each.</summary>
internal sealed class PdfSheet : IDisposable
{
    private const double Margin = 48;
    private const double Line = 12.5;
    private const int ManyColumns = 8;
    private const double WidestNumber = 120;
    private readonly PdfDocument _document;
    private readonly string _footer;
    private readonly XFont _text = new(PdfFonts.Family, 8.5);
    private readonly XFont _bold = new(PdfFonts.Family, 8.5, XFontStyleEx.Bold);
    private readonly (XFont Text, XFont Bold) _small = (new(PdfFonts.Family, 7), new(PdfFonts.Family, 7, XFontStyleEx.Bold));
    private XGraphics _graphics = null!;
    private PdfPage _page = null!;
    private double _y;

    internal PdfSheet(PdfDocument document, string footer)
    {
        (_document, _footer) = (document, footer);
        Turn();
    }

    internal double Width => _page.Width.Point - (2 * Margin);

    /// <summary>A heading, on the page of what follows it.</summary>
    /// <param name="text">The heading.</param>
    /// <param name="size">Size of its letters, points.</param>
    /// <param name="keep">How much of what follows must fit under it, points.</param>
    internal void Heading(string text, double size, double keep = 0)
    {
        Room((size * 2.4) + keep);
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
        var fonts = heading.Count > ManyColumns ? _small : (Text: _text, Bold: _bold);
        var widths = Widths(heading, rows, isNumber, total, fonts);
        Row(heading, widths, isNumber, fonts.Bold);
        foreach (var row in rows)
        {
            if (_y + Height(row, widths, fonts.Text) > Bottom)
            {
                Turn();
                Row(heading, widths, isNumber, fonts.Bold);
            }

            Row(row, widths, isNumber, fonts.Text);
        }

        if (total is not null)
        {
            Row(total, widths, isNumber, fonts.Bold);
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

    /// <summary>A column of numbers is as wide as it needs, its heading on two lines; texts share what remains, none narrower than its longest word.</summary>
    private double[] Widths(IReadOnlyList<string> heading, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<bool> isNumber, IReadOnlyList<string>? total, (XFont Text, XFont Bold) fonts)
    {
        double Measured(string text, XFont font) => _graphics.MeasureString(text, font).Width;
        double Word(string text, XFont font) => text.Split(' ').Max(word => Measured(word, font));
        var all = heading.Select((title, place) =>
        {
            var cells = rows.Select(row => (Text: row[place], Font: fonts.Text)).Concat(total is null ? [] : [(total[place], fonts.Bold)]).ToList();
            var least = cells.Select(cell => Word(cell.Text, cell.Font)).Append(Word(title, fonts.Bold)).Max() + 8;
            var wanted = Math.Max(least, cells.Select(cell => Measured(cell.Text, cell.Font)).Append(Measured(title, fonts.Bold) * 0.6).Max() + 8);
            // A reason in the place of a number is as long as a sentence: it takes lines like one.
            return isNumber[place] && wanted <= WidestNumber ? (Least: wanted, Wanted: wanted) : (Least: least, Wanted: wanted);
        }).ToList();
        var spare = Width - all.Sum(column => column.Least);
        var more = all.Sum(column => column.Wanted - column.Least);
        var texts = all.Where((_, place) => !isNumber[place]).Sum(column => column.Wanted);
        return [.. all.Select((column, place) => spare < 0 ? column.Least * Width / (Width - spare)
            : spare < more ? column.Least + (spare * (column.Wanted - column.Least) / more)
            : column.Wanted + (isNumber[place] || texts == 0 ? 0 : (spare - more) * column.Wanted / texts))];
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
