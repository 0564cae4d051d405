using Telemetry.Messaging.Programmes;
using Telemetry.Model.Control;
using Telemetry.Model.Schedules;

namespace Telemetry.Analytics.Programmes.Store;

/// <summary>A version of a programme as it is kept.</summary>
internal sealed class ProgrammeRow
{
    /// <summary>The order that brings it.</summary>
    public required Guid Id { get; init; }

    public required string Equipment { get; init; }

    public required int Version { get; init; }

    /// <summary>As it travels (<see cref="ProgrammeJson"/>).</summary>
    public required byte[] Json { get; init; }

    public required int State { get; set; }

    public required long AtMs { get; set; }

    public required int Refusal { get; set; }

    public double? Limit { get; set; }

    /// <summary>Null when a newer version of this software wrote it in words unknown here.</summary>
    internal ProgrammeStory? ToModel() => ProgrammeJson.Read(Json, out _) is { } programme
        ? new ProgrammeStory(programme, new OrderReport
        {
            Order = Id, State = (OrderState)State, At = DateTimeOffset.FromUnixTimeMilliseconds(AtMs), Refusal = (Refusal)Refusal, Limit = Limit,
        })
        : null;

    internal static ProgrammeRow From(Programme programme, OrderReport first) => new()
    {
        Id = first.Order,
        Equipment = programme.Equipment.ToString(),
        Version = programme.Version,
        Json = ProgrammeJson.Write(programme),
        State = (int)first.State,
        AtMs = first.At.ToUnixTimeMilliseconds(),
        Refusal = (int)first.Refusal,
        Limit = first.Limit,
    };

    internal void Take(OrderReport report) =>
        (State, AtMs, Refusal, Limit) = ((int)report.State, report.At.ToUnixTimeMilliseconds(), (int)report.Refusal, report.Limit);
}
