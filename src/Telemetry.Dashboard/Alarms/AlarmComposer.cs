using System.Text;
using System.Text.Json;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Alarms;

namespace Telemetry.Dashboard.Alarms;

/// <summary>Puts alarms that are told together into one message. Pure.</summary>
internal static class AlarmComposer
{
    private const int MostInOne = 20;
    private const int LongestPush = 400;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>One line: the alarm, or how many.</summary>
    public static string Subject(IReadOnlyList<AlarmView> views, bool restored, Language language)
    {
        var worst = views.MinBy(view => view.Alarm.Severity)!;
        if (views.Count > 1)
        {
            var count = language.Number(views.Count, 0);
            return restored ? language.Say(MessageWords.ManyRestored, count) : language.Say(MessageWords.Many, language.Say(AlarmWords.Of(worst.Alarm.Severity)), count);
        }

        var name = AlarmSentence.Name(worst.Alarm, language);
        return restored
            ? language.Say(MessageWords.OneRestored, worst.Place.Building, name)
            : language.Say(MessageWords.One, language.Say(AlarmWords.Of(worst.Alarm.Severity)), worst.Place.Building, name);
    }

    /// <summary>The text of a mail.</summary>
    public static string Mail(IReadOnlyList<AlarmView> views, bool restored, Uri? site, Language language)
    {
        var text = new StringBuilder();
        foreach (var view in views.Take(MostInOne))
        {
            text.Append(view.Place.Building).Append(view.Place.What.Length > 0 ? " · " + view.Place.What : "").Append('\n');
            text.Append(language.Say(AlarmWords.Of(view.Alarm.Severity))).Append(" — ").Append(view.Sentence).Append('\n');
            if (!restored)
            {
                text.Append(language.Say(AlarmWords.Effect)).Append(language.Say(MessageWords.Colon)).Append(view.Effect).Append('\n');
                text.Append(language.Say(AlarmWords.Check)).Append(language.Say(MessageWords.Colon)).Append(view.Check).Append('\n');
                text.Append(view.State).Append('\n');
            }

            text.Append(Link(site, language, view.Path)).Append("\n\n");
        }

        if (views.Count > MostInOne)
        {
            text.Append(language.Say(HistoryWords.More, language.Number(views.Count - MostInOne, 0))).Append(' ').Append(Link(site, language, "/alarmes")).Append("\n\n");
        }

        return text.Append(language.Say(MessageWords.Footer)).Append('\n').ToString();
    }

    /// <summary>The content of a notification: no personal data, a tag so that repeats replace.</summary>
    public static string Push(IReadOnlyList<AlarmView> views, bool restored, Language language)
    {
        var worst = views.MinBy(view => view.Alarm.Severity)!;
        var body = views.Count == 1 ? (restored ? worst.Sentence : worst.Check) : string.Join(" ", views.Select(view => $"{view.Place.Building} : {AlarmSentence.Name(view.Alarm, language)}."));
        return JsonSerializer.Serialize(new
        {
            title = Subject(views, restored, language),
            body = body.Length > LongestPush ? body[..LongestPush] + "…" : body,
            tag = views.Count == 1 ? $"{worst.Alarm.Kind.Code}-{worst.Alarm.Id:N}" : "alarmes",
            urgent = !restored && worst.Alarm.Severity == Severity.P1,
            link = language.Link(views.Count == 1 ? worst.Path : "/alarmes"),
        }, Json);
    }

    /// <summary>The body of a webhook.</summary>
    public static string Webhook(IReadOnlyList<(AlarmView View, int Step)> told, DateTimeOffset at, Uri? site, Language language) => JsonSerializer.Serialize(new
    {
        type = "alarms",
        timestamp = at,
        data = told.Select(one => new
        {
            id = one.View.Alarm.Id,
            code = one.View.Alarm.Kind.Code,
            state = one.View.Alarm.State.ToString(),
            severity = one.View.Alarm.Severity.ToString(),
            step = one.Step,
            building = one.View.Place.BuildingId,
            place = one.View.Place.Building,
            source = one.View.Alarm.Source.ToString(),
            since = one.View.Alarm.Since,
            raisedAt = one.View.Alarm.RaisedAt,
            clearedAt = one.View.Alarm.ClearedAt,
            value = one.View.Alarm.Value,
            limit = one.View.Alarm.Limit,
            text = one.View.Sentence,
            link = Link(site, language, one.View.Path),
        }),
    }, Json);

    private static string Link(Uri? site, Language language, string path) => (site?.ToString().TrimEnd('/') ?? "") + language.Link(path);
}
