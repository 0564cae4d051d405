using System.Globalization;
using Telemetry.Analytics.Alarms.OnCall;
using Telemetry.Dashboard.Journal;

namespace Telemetry.Dashboard.Alarms;

/// <summary>Changes of the rota: journalled first, then done.</summary>
internal sealed class RotaDesk(IOnCall onCall, IJournal journal)
{
    public Rota Rota => onCall.Rota;

    public void Add(Person person, HttpContext context)
    {
        Note(JournalActions.RotaPersonAdded, person.Name, "", context);
        onCall.Put(person);
    }

    public void Remove(Person person, HttpContext context)
    {
        Note(JournalActions.RotaPersonRemoved, person.Name, "", context);
        onCall.Remove(person.Id);
    }

    public void Add(Shift shift, Person person, HttpContext context)
    {
        Note(JournalActions.RotaShiftAdded, person.Name, Span(shift), context);
        onCall.Put(shift);
    }

    public void Remove(Shift shift, HttpContext context)
    {
        Note(JournalActions.RotaShiftRemoved, Rota.People.FirstOrDefault(person => person.Id == shift.Person)?.Name ?? Actor.Nobody, Span(shift), context);
        onCall.RemoveShift(shift.Id);
    }

    private void Note(JournalAction action, string person, string asked, HttpContext context) =>
        journal.Append(new() { Action = action, By = Actor.Of(context), Object = person, Asked = asked, Outcome = "done" });

    private static string Span(Shift shift) => string.Create(
        CultureInfo.InvariantCulture, $"rank {shift.Rank}, {shift.From.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ} to {shift.To.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}");
}
