using System.Globalization;
using Telemetry.Analytics.Ingest;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Streams;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Journal;

/// <summary>Writes orders and their steps into the journal.</summary>
internal sealed class OrderScribe(IJournal journal, ITownRegistry registry, ILiveValues live)
{
    /// <summary>Asked value of an order that gives the plant back to its programme.</summary>
    public const string Automatic = "automatic";

    /// <summary>Asked value of a mise en sécurité, which ends on site only.</summary>
    public const string Safety = "safety";

    private static readonly string Centre = "centre " + typeof(OrderScribe).Assembly.GetName().Version!.ToString(3);

    /// <summary>The order is asked; on the disk before it is sent.</summary>
    public void Asked(Order order, Actor by) => journal.Append(new()
    {
        Action = JournalActions.OrderAsked,
        By = by,
        At = order.RequestedAt,
        Object = order.Point.ToString(),
        Site = SiteOf(order.Point),
        Before = live.Latest(order.Point) is { } sample ? Value(sample.Value, order.Point) : "",
        Asked = Asked(order),
        Reason = order.Reason,
        Rules = Centre,
        Outcome = nameof(OrderState.Requested),
        Reference = Reference(order.Id),
    });

    /// <summary>A gateway, or the centre in its place, told a step of the order.</summary>
    public void Step(Order order, OrderReport report)
    {
        var asked = journal.Read(new() { Reference = Reference(order.Id), Action = JournalActions.OrderAsked.Code, Most = 1 });
        journal.Append(new()
        {
            Action = JournalActions.OrderStep,
            By = new(order.By, asked is [var line] ? line.By.Role : "", "gateway " + order.Point.Equipment.Gateway),
            At = report.At,
            Object = order.Point.ToString(),
            Site = SiteOf(order.Point),
            Asked = Asked(order),
            ReadBack = report.ReadBack is { } read ? Value(read, order.Point) : "",
            Rules = Rules(order, report),
            Outcome = Outcome(report),
            Reference = Reference(order.Id),
        });
    }

    /// <summary>Writes what the orders' book holds of the story and the journal does not: news that came while nobody was here to write.</summary>
    public void CatchUp(OrderStory story)
    {
        Asked(story.Order, new(story.Order.By, "", "centre"));
        foreach (var report in story.Reports.Where(report => report.State != OrderState.Requested))
        {
            Step(story.Order, report);
        }
    }

    /// <summary>The building a point is in; empty when unknown.</summary>
    public string SiteOf(PointId point) => registry.Current.Equipment.FirstOrDefault(one => one.Id == point.Equipment)?.BuildingId ?? "";

    // The edge decided, unless the order never left, or nobody answered and the centre said so at its very end.
    private string Rules(Order order, OrderReport report)
    {
        var ours = report is { State: OrderState.Refused, Refusal: Refusal.GatewayOffline or Refusal.NotANumber }
            || (report.State == OrderState.Expired && report.At == order.ExpiresAt);
        return ours ? Centre : RulesOf(registry.Current, order.Point.Equipment);
    }

    /// <summary>The versions of the rules by which a gateway decides for a device; the centre's alone when it told none.</summary>
    public static string RulesOf(Town town, EquipmentId device) =>
        town.Gateways.FirstOrDefault(link => (link.Municipality, link.Gateway) == (device.Municipality, device.Gateway))?.Version is { } version ? $"gateway {version}, {Centre}" : Centre;

    private static string Reference(Guid order) => order.ToString("D", CultureInfo.InvariantCulture);

    private static string Outcome(OrderReport report) => string.Join(' ', new[]
    {
        report.State.ToString(),
        report.Refusal == Refusal.None ? "" : report.Refusal.ToString(),
        report.Limit?.ToString("0.###", CultureInfo.InvariantCulture) ?? "",
    }.Where(word => word.Length > 0));

    private string Asked(Order order) => order.Kind switch
    {
        OrderKind.Release => Automatic,
        OrderKind.SafeState => Safety,
        _ => string.Create(CultureInfo.InvariantCulture, $"{Value(order.Value, order.Point)} → {order.Until.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"),
    };

    private string Value(double value, PointId point)
    {
        // A mode is a name; what a device reads back beside it is its own number.
        if (point.Name == "mode")
        {
            return Enum.IsDefined((HeatingMode)(int)value) ? ((HeatingMode)(int)value).ToString() : "";
        }

        var unit = registry.Current.Points.FirstOrDefault(one => one.Id == point)?.Unit ?? "";
        return double.IsFinite(value) ? (value.ToString("0.###", CultureInfo.InvariantCulture) + " " + unit).TrimEnd() : "";
    }
}
