using Telemetry.Analytics.Alarms.OnCall;

namespace Telemetry.Dashboard.Alarms;

/// <summary>Changes of the rota.</summary>
internal sealed class RotaDesk(IOnCall onCall)
{
    public Rota Rota => onCall.Rota;

    public void Add(Person person, HttpContext context) => onCall.Put(person);

    public void Remove(Person person, HttpContext context) => onCall.Remove(person.Id);

    public void Add(Shift shift, Person person, HttpContext context) => onCall.Put(shift);

    public void Remove(Shift shift, HttpContext context) => onCall.RemoveShift(shift.Id);
}
