using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Telemetry.Dashboard.Charts;

/// <summary>A small chart drawn by the server: complete without a script, one image for whoever cannot see it.</summary>
internal sealed class SvgChart(double width, double height)
{
    private const double Left = 40;
    private const double Right = 8;
    private const double Top = 10;
    private const double Bottom = 24;
    private readonly StringBuilder _svg = new();
    private double _low;
    private double _high = 1;

    /// <summary>Lines over time; a gap in the values is a gap in the line.</summary>
    /// <param name="name">What the image says, for those who cannot see it.</param>
    /// <param name="curves">The lines, all of the same length.</param>
    /// <param name="ticks">Words under the time axis: index of the step and text.</param>
    public static IHtmlContent Lines(string name, IReadOnlyList<Curve> curves, IReadOnlyList<(int Step, string Text)> ticks)
    {
        var chart = new SvgChart(400, 230);
        var known = curves.SelectMany(curve => curve.Values).Where(double.IsFinite).ToList();
        chart.Open(name, known.Count == 0 ? 0 : known.Min(), known.Count == 0 ? 1 : known.Max());
        var count = Math.Max(2, curves.Count == 0 ? 2 : curves[0].Values.Count);
        chart.Ticks(ticks, count - 1);
        foreach (var curve in curves)
        {
            chart.Line(curve, count - 1);
        }

        return chart.Close();
    }

    /// <summary>Bars from zero; a missing value is an empty hatched place, a partial one an outline.</summary>
    /// <param name="name">What the image says, for those who cannot see it.</param>
    /// <param name="values">One a bar, NaN where nothing is known.</param>
    /// <param name="ticks">Words under the bars.</param>
    /// <param name="partial">Bars measured in part only; null for none.</param>
    /// <param name="path">A line over the bars: a target.</param>
    public static IHtmlContent Bars(
        string name, IReadOnlyList<double> values, IReadOnlyList<(int Step, string Text)> ticks, IReadOnlyList<bool>? partial = null, Curve? path = null)
    {
        var chart = new SvgChart(400, 230);
        chart.Open(name, 0, values.Concat(path?.Values ?? []).Where(double.IsFinite).DefaultIfEmpty(1).Max());
        chart.Ticks(ticks, values.Count);
        var slot = (chart.Plot - 0) / Math.Max(1, values.Count);
        for (var index = 0; index < values.Count; index++)
        {
            var x = Left + (slot * index) + (slot * 0.12);
            var y = double.IsFinite(values[index]) ? chart.Y(values[index]) : Top;
            var look = !double.IsFinite(values[index]) ? "hole" : partial?[index] == true ? "bar part" : "bar";
            chart._svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{look}\" x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{slot * 0.76:0.#}\" height=\"{Math.Max(0, chart.Y(chart._low) - y):0.#}\"/>");
        }

        if (path is not null)
        {
            chart.Line(path, values.Count, slot / 2);
        }

        return chart.Close();
    }

    /// <summary>Points against a curve: one value of the curve and one of the points at each step.</summary>
    public static IHtmlContent Points(string name, Curve points, Curve model, IReadOnlyList<(int Step, string Text)> ticks)
    {
        var chart = new SvgChart(400, 230);
        chart.Open(name, 0, points.Values.Concat(model.Values).Where(double.IsFinite).DefaultIfEmpty(1).Max());
        var last = Math.Max(1, points.Values.Count - 1);
        chart.Ticks(ticks, last);
        var marks = new StringBuilder();
        for (var index = 0; index < points.Values.Count; index++)
        {
            if (double.IsFinite(points.Values[index]))
            {
                marks.Append(CultureInfo.InvariantCulture, $"M{Left + (chart.Plot * index / last) - 3:0.#} {chart.Y(points.Values[index]) - 3:0.#}h6v6h-6z");
            }
        }

        chart._svg.Append(CultureInfo.InvariantCulture, $"<path class=\"bar\" d=\"{marks}\"/>");
        chart.Line(model, last);
        return chart.Close();
    }

    // Half the width of an hour under the axis: the last one stays inside the picture.
    private const double Edge = 22;

    private double Plot => width - Left - Right;

    private double Y(double value) => height - Bottom - ((value - _low) / (_high - _low) * (height - Top - Bottom));

    private void Open(string name, double low, double high)
    {
        var step = Nice((high - low) / 4);
        (_low, _high) = (Math.Floor(low / step) * step, Math.Ceiling(high / step) * step);
        _high = _high > _low ? _high : _low + step;
        _svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(name)}\">");
        for (var value = _low; value <= _high + (step / 2); value += step)
        {
            _svg.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M{Left} {Y(value):0.#}H{width - Right}\"/><text class=\"y\" x=\"{Left - 6}\" y=\"{Y(value) + 4:0.#}\">{Math.Round(value, 3):0.###}</text>");
        }
    }

    private void Ticks(IReadOnlyList<(int Step, string Text)> ticks, int last)
    {
        foreach (var (step, text) in ticks)
        {
            _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"x\" x=\"{Math.Min(Left + (Plot * step / last), width - Edge):0.#}\" y=\"{height - 6}\">{HtmlEncoder.Default.Encode(text)}</text>");
        }
    }

    private void Line(Curve curve, int last, double shift = 0)
    {
        var path = new StringBuilder();
        var pen = 'M';
        for (var index = 0; index < curve.Values.Count; index++)
        {
            if (!double.IsFinite(curve.Values[index]))
            {
                pen = 'M';
                continue;
            }

            path.Append(CultureInfo.InvariantCulture, $"{pen}{Left + shift + (Plot * index / last):0.#} {Y(curve.Values[index]):0.#}");
            pen = 'L';
        }

        _svg.Append(CultureInfo.InvariantCulture, $"<path class=\"line s{curve.Style}\" d=\"{path}\"/>");
    }

    private HtmlString Close() => new(_svg.Append("</svg>").ToString());

    // 1, 2 or 5 times a power of ten: the graduations people expect.
    private static double Nice(double step)
    {
        if (!(step > 0) || !double.IsFinite(step))
        {
            return 1;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return (step / power) switch { <= 1 => power, <= 2 => 2 * power, <= 5 => 5 * power, _ => 10 * power };
    }
}
