using Telemetry.Model.Control;
using Telemetry.Model.Schedules;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Programmes;

/// <summary>The programmes of the boiler rooms: every version ever sent, and which of them a gateway keeps. Kept across restarts.</summary>
public interface IProgrammes
{
    /// <summary>The versions of one boiler room, newest first; empty when it has no programme.</summary>
    IReadOnlyList<ProgrammeStory> For(EquipmentId equipment);

    /// <summary>Sends a version to its gateway now, or refuses it now: it is never kept to be sent later.</summary>
    /// <param name="programme">The version; it must follow the one in force.</param>
    /// <param name="order">Unique name of this sending; the same one twice is one.</param>
    /// <param name="expiresAt">After this instant the gateway refuses it, UTC.</param>
    /// <param name="role">In what quality its author sends it: the gateway lets an administrator alone change some settings.</param>
    ProgrammeSending Send(Programme programme, Guid order, DateTimeOffset expiresAt, OrderRole role = OrderRole.Technician);
}
