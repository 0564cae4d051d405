using Telemetry.Analytics.Groups;
using Telemetry.Model.Control;

namespace Telemetry.Analytics.Registry.Store;

/// <summary>A group of orders as it is kept.</summary>
internal sealed class GroupRow
{
    public required Guid Id { get; init; }

    public required string By { get; init; }

    public required int Role { get; init; }

    public required int Mode { get; init; }

    public required string Reason { get; init; }

    public required long UntilMs { get; init; }

    public required long AtMs { get; init; }

    public int? End { get; set; }

    internal OrderGroup ToModel(IReadOnlyList<GroupItem> items) => new()
    {
        Id = Id,
        By = By,
        Role = (OrderRole)Role,
        Mode = (HeatingMode)Mode,
        Reason = Reason,
        Until = DateTimeOffset.FromUnixTimeMilliseconds(UntilMs),
        At = DateTimeOffset.FromUnixTimeMilliseconds(AtMs),
        Items = items,
        End = (GroupEnd?)End,
    };

    internal static GroupRow From(OrderGroup group) => new()
    {
        Id = group.Id,
        By = group.By,
        Role = (int)group.Role,
        Mode = (int)group.Mode,
        Reason = group.Reason,
        UntilMs = group.Until.ToUnixTimeMilliseconds(),
        AtMs = group.At.ToUnixTimeMilliseconds(),
        End = (int?)group.End,
    };
}
