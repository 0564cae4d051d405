using FsCheck;
using FsCheck.Fluent;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Control;
using Telemetry.Model.Control;

namespace Telemetry.Gateway.Tests.Control;

public sealed class InterlockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    private static readonly DeviceConfiguration School =
        Installation.Load(Repository.Site("ecole"), Repository.Devices, _ => null).Value!.Devices.First(device => device.Equipment.Id.Device == "chaufferie");

    private static readonly DevicePoint SetPoint = School.Find("room.temperature.sp")!;

    private static Order Good { get; } = new()
    {
        Id = Guid.NewGuid(), Kind = OrderKind.Override, Point = SetPoint.Point.Id, Value = 20, Until = Noon.AddHours(2),
        RequestedAt = Noon, ExpiresAt = Noon.AddMinutes(1), By = "Camille", Reason = "",
    };

    private static ControlSnapshot Fresh { get; } = new()
    {
        Now = Noon.AddSeconds(1), Installed = School, Point = SetPoint, Recipe = School.Profile.Override, Device = new DeviceReading(), DailyWrites = 100,
    };

    [Fact]
    public void Check_GoodOrderOnFreshState_Goes() => Assert.NotNull(WritePermit.Ask(Good, Fresh, out _, out _));

    [Fact]
    public void Check_EachRule_NamesItsReason()
    {
        Refused(Refusal.Retained, Good, Fresh with { Retained = true });
        Refused(Refusal.Malformed, Good with { Id = Guid.Empty }, Fresh);
        Refused(Refusal.Malformed, Good with { Kind = (OrderKind)9 }, Fresh);
        Refused(Refusal.Late, Good, Fresh with { Now = Noon.AddMinutes(1) });
        Refused(Refusal.UnknownPoint, Good, Fresh with { Point = null });
        Refused(Refusal.NotWritable, Good, Fresh with { Point = School.Find("flow.temperature") });
        Refused(Refusal.NotWritable, Good, Fresh with { Point = School.Find("mode") });
        Refused(Refusal.NotWritable, Good, Fresh with { Recipe = null });
        Refused(Refusal.NotANumber, Good with { Value = double.NaN }, Fresh);
        Refused(Refusal.AboveMaximum, Good with { Value = 22.01 }, Fresh, 22);
        Refused(Refusal.AboveMaximum, Good with { Value = double.PositiveInfinity }, Fresh, 22);
        Refused(Refusal.BelowMinimum, Good with { Value = 15.99 }, Fresh, 16);
        Refused(Refusal.BelowMinimum, Good with { Value = double.NegativeInfinity }, Fresh, 16);
        Refused(Refusal.EndInThePast, Good with { Until = Noon }, Fresh);
        Refused(Refusal.EndTooFar, Good with { Until = Noon.AddHours(24.1) }, Fresh, 24);
        Refused(Refusal.NoAnswer, Good, Fresh with { Device = null });
        Refused(Refusal.StaleState, Good, Fresh with { Device = new DeviceReading { Age = TimeSpan.FromSeconds(11) } });
        Refused(Refusal.WrongApplication, Good, Fresh with { Device = new DeviceReading { RightApplication = false } });
        Refused(Refusal.LocalMode, Good, Fresh with { Device = new DeviceReading { Local = true } });
        Refused(Refusal.WriteBudgetSpent, Good, Fresh with { WritesToday = 100 });
    }

    [Fact]
    public void Check_ReleaseWithBudgetSpent_StillGoes() =>
        Assert.NotNull(WritePermit.Ask(Good with { Kind = OrderKind.Release, Value = double.NaN }, Fresh with { WritesToday = 1000 }, out _, out _));

    [Fact]
    public void Ask_AnyOrderAnyState_PermitOnlyWithinBoundsAndWithAnEnd()
    {
        var values = Gen.OneOf(
            Gen.Elements(double.NaN, double.PositiveInfinity, double.NegativeInfinity, 16, 22, 15.999999, 22.000001, -0.0),
            Gen.Choose(-1000, 5000).Select(tenth => tenth / 100.0));
        var orders =
            from value in values
            from hours in Gen.Choose(-48, 60)
            from expires in Gen.Choose(-5, 5)
            from release in Gen.Choose(0, 5)
            select Good with { Value = value, Until = Noon.AddHours(hours), ExpiresAt = Noon.AddMinutes(expires), Kind = release == 0 ? OrderKind.Release : OrderKind.Override };
        var snapshots =
            from point in Gen.Elements(School.Points.Append(null).ToArray())
            from flags in Gen.Choose(0, 31)
            from age in Gen.Choose(0, 20)
            from writes in Gen.Choose(0, 200)
            select Fresh with
            {
                Point = flags % 2 == 0 ? SetPoint : point,
                Retained = (flags & 2) != 0,
                WritesToday = writes,
                Device = (flags & 4) != 0 ? null : new DeviceReading { Age = TimeSpan.FromSeconds(age), Local = (flags & 8) != 0, RightApplication = (flags & 16) == 0 },
            };
        var all = from order in orders from snapshot in snapshots select (order, snapshot);

        Prop.ForAll(all.ToArbitrary(), pair =>
        {
            var (order, snapshot) = pair;
            var permit = WritePermit.Ask(order, snapshot, out var refusal, out _);
            return permit is null
                ? refusal != Refusal.None
                : snapshot is { Retained: false, Device: { Local: false, RightApplication: true } } && ReferenceEquals(snapshot.Point, SetPoint)
                    && order.ExpiresAt > snapshot.Now
                    && (order.Kind == OrderKind.Release
                        || (order.Value is >= 16 and <= 22 && order.Until > snapshot.Now && order.Until - snapshot.Now <= TimeSpan.FromHours(24) && snapshot.WritesToday < 100));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    private static void Refused(Refusal expected, Order order, ControlSnapshot snapshot, double? bound = null)
    {
        Assert.Null(WritePermit.Ask(order, snapshot, out var refusal, out var limit));
        Assert.Equal((expected, bound), (refusal, limit));
    }
}
