using Telemetry.Model.Control;

namespace Telemetry.Analytics.Registry.Store;

/// <summary>One step of an order as it is kept; the same step told twice is one row.</summary>
internal sealed class ReportRow
{
    public required Guid Order { get; init; }

    public required int State { get; init; }

    public required long AtMs { get; init; }

    /// <summary>True when the centre said it because no gateway did: what a gateway says later wins.</summary>
    public required bool FromCentre { get; init; }

    public double? ReadBack { get; init; }

    public required int Refusal { get; init; }

    public double? Limit { get; init; }

    internal OrderReport ToModel() => new()
    {
        Order = Order,
        State = (OrderState)State,
        At = DateTimeOffset.FromUnixTimeMilliseconds(AtMs),
        ReadBack = ReadBack,
        Refusal = (Refusal)Refusal,
        Limit = Limit,
    };

    internal static ReportRow From(OrderReport report, bool fromCentre) => new()
    {
        Order = report.Order,
        State = (int)report.State,
        AtMs = report.At.ToUnixTimeMilliseconds(),
        FromCentre = fromCentre,
        ReadBack = report.ReadBack is { } read && double.IsFinite(read) ? read : null,
        Refusal = (int)report.Refusal,
        Limit = report.Limit is { } limit && double.IsFinite(limit) ? limit : null,
    };
}
