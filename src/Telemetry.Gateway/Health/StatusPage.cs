using System.Globalization;
using System.Net;
using System.Text;

namespace Telemetry.Gateway.Health;

/// <summary>The status page: whole without script, refreshed by the browser itself.</summary>
internal static class StatusPage
{
    internal const string Style = """
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 1rem auto; padding: 0 1rem; color: #1e1e1e; background: #fff; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 1.5rem 0 .3rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; } dt { color: #555; } dd { margin: 0; }
        table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .2rem .6rem; border-bottom: 1px solid #ddd; }
        td.n { text-align: right; font-variant-numeric: tabular-nums; } .bad { color: #b00020; font-weight: 600; } .warn { background: #fff3cd; padding: .5rem 1rem; border-left: 4px solid #b58900; }
        """;

    internal static string Of(StatusView view, bool french)
    {
        var page = new StringBuilder();
        string Say(string fr, string en) => french ? fr : en;
        var title = Text($"{view.Name} ({view.Gateway})");
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="{Say("fr", "en")}">
            <head><meta charset="utf-8"><meta http-equiv="refresh" content="5"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title><link rel="stylesheet" href="/style.css"></head>
            <body><main>
            <h1>{Say("Passerelle", "Gateway")} — {title}</h1>

            """);
        if (view.Simulated)
        {
            Paragraph(page, Say("Site simulé : les valeurs sont inventées, rien n’est lu sur le terrain.", "Simulated site: the values are made up, nothing is read from the field."));
        }

        if (view.Stuck.Count > 0)
        {
            Paragraph(page, Say("Ne tourne plus : ", "No longer goes round: ") + string.Join(", ", view.Stuck));
        }

        Facts(page, view, Say);
        foreach (var safety in view.Safeties)
        {
            Paragraph(page, string.Create(CultureInfo.InvariantCulture,
                $"{Say("En sécurité", "In safety")} : {safety.Device}, {safety.Since:yyyy-MM-dd HH:mm} UTC ({safety.By}). {Say("Code de levée, à lire ici seulement, valable une fois", "Release code, to be read here only, good once")} : {safety.Code}"));
        }

        foreach (var order in view.Overrides)
        {
            Paragraph(page, string.Create(Culture(french),
                $"{Say("Consigne temporaire", "Temporary set point")} {order.Point} = {order.Value:0.###} {Say("jusqu’à", "until")} {order.Until:yyyy-MM-dd HH:mm} UTC ({order.By} : {order.Reason})"));
        }

        foreach (var device in view.Devices)
        {
            Device(page, device, french, Say);
        }

        return page.Append("</main></body></html>\n").ToString();
    }

    private static void Facts(StringBuilder page, StatusView view, Func<string, string, string> say)
    {
        page.Append("<dl>");
        Fact(page, say("Heure", "Time"), view.At.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));
        Fact(page, "Centre", view.Uplink is { } link
            ? string.Create(CultureInfo.InvariantCulture, $"{(link.Online ? say("joint depuis", "reached since") : say("injoignable depuis", "out of reach since"))} {link.Since.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC, {say("pertes", "losses")} : {link.Losses}")
            : "–");
        if (view.Outbox is { } outbox)
        {
            Fact(page, say("En attente d’envoi", "Waiting to be confirmed"), string.Create(CultureInfo.InvariantCulture,
                $"{outbox.Depth} {say("lots", "batches")}{(outbox.OldestSeconds is { } oldest ? $", {say("le plus ancien", "the oldest")} {oldest:0} s" : "")}, {say("abandonnés", "dropped")} : {outbox.Dropped}"));
        }

        Fact(page, say("Messages incompris", "Messages not understood"), view.Refused.ToString(CultureInfo.InvariantCulture));
        Fact(page, say("Mémoire, écrit sur disque", "Memory, written to disk"), string.Create(CultureInfo.InvariantCulture,
            $"{view.MemoryBytes / 1048576.0:0.0} MB, {view.DiskWrittenBytes / 1048576.0:0.0} MB {say("en", "in")} {view.UptimeSeconds / 3600:0.0} h"));
        Fact(page, "Version", view.Version);
        page.Append("</dl>\n");
    }

    private static void Device(StringBuilder page, StatusView.Device device, bool french, Func<string, string, string> say)
    {
        var state = device.Answers ? say("répond", "answers") : $"<span class=\"bad\">{say("ne répond pas", "does not answer")}</span>";
        var late = device.Skipped == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
            $" · <span class=\"bad\">{say("ligne trop lente, lectures sautées", "line too slow, polls skipped")} : {device.Skipped}</span>");
        page.Append(CultureInfo.InvariantCulture, $"""
            <h2>{Text(device.Name)} ({Text(device.Id)})</h2>
            <p>{state}{late} · {Text(device.Profile)} · {Text(device.Where)} · {say("lectures", "reads")} {device.Reads} · {say("erreurs", "errors")} {device.Errors} {Text(device.LastError)}</p>
            <table><thead><tr><th scope="col">Point</th><th scope="col">{say("Valeur", "Value")}</th><th scope="col">{say("Unité", "Unit")}</th><th scope="col">{say("Qualité", "Quality")}</th><th scope="col">{say("Âge", "Age")}</th></tr></thead><tbody>

            """);
        foreach (var point in device.Points)
        {
            page.Append(Culture(french), $"<tr><td>{Text(point.Name)}</td><td class=\"n\">{(point.Value is { } value ? value.ToString("0.###", Culture(french)) : "–")}</td><td>{Text(point.Unit)}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td{(point.Quality == "Good" ? "" : " class=\"bad\"")}>{Text(point.Quality)}</td>")
                .Append(Culture(french), $"<td class=\"n\">{(point.AgeSeconds is { } age ? age.ToString("0.0", Culture(french)) + " s" : "–")}</td></tr>\n");
        }

        page.Append("</tbody></table>\n");
    }

    /// <summary>A comma for French numbers, made here: a small machine may have no culture data.</summary>
    internal static IFormatProvider Culture(bool french) => french ? FrenchNumbers : CultureInfo.InvariantCulture;

    private static readonly NumberFormatInfo FrenchNumbers = NumberFormatInfo.ReadOnly(new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u202f" });

    private static void Fact(StringBuilder page, string term, string text) => page.Append(CultureInfo.InvariantCulture, $"<dt>{Text(term)}</dt><dd>{Text(text)}</dd>");

    private static void Paragraph(StringBuilder page, string text) => page.Append(CultureInfo.InvariantCulture, $"<p class=\"warn\">{Text(text)}</p>\n");

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
