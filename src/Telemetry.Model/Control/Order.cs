using Telemetry.Model.Sites;

namespace Telemetry.Model.Control;

/// <summary>What a person asks of a writable point. Every order has an owner, a reason and an end.</summary>
public sealed record Order
{
    /// <summary>Unique name; the same order received twice is executed once.</summary>
    public required Guid Id { get; init; }

    /// <summary>A temporary change, or the end of one.</summary>
    public required OrderKind Kind { get; init; }

    /// <summary>The point to change: the set point, or <c>mode</c> for a <see cref="OrderKind.Force"/>.</summary>
    public required PointId Point { get; init; }

    /// <summary>The value asked, in the point's unit; NaN for a <see cref="OrderKind.Release"/>.</summary>
    public required double Value { get; init; }

    /// <summary>When the change ends and the controller decides again, UTC.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>When the person asked, UTC.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>After this instant an order not yet executed is dead: refused as expired, never executed late.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Who asks: the account's name as shown to colleagues.</summary>
    public required string By { get; init; }

    /// <summary>Why, in the person's words; empty when they gave none.</summary>
    public required string Reason { get; init; }

    /// <summary>In what quality they ask.</summary>
    public OrderRole Role { get; init; }

    /// <summary>For the end of a mise en sécurité: the code that the gateway shows on site, good once; empty for every other order. Never kept, never journalled.</summary>
    public string OnSiteCode { get; init; } = "";
}
