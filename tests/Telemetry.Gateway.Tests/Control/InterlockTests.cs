using FsCheck;
using FsCheck.Fluent;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Control;
using Telemetry.Model.Control;
using Telemetry.Model.Settings;

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
        Refused(Refusal.LocalMode, Good, Fresh with { Device = new DeviceReading { Local = true, LocalUnclear = true } });
        Refused(Refusal.LocalUnclear, Good with { Kind = OrderKind.Release, Value = double.NaN }, Fresh with { Device = new DeviceReading { LocalUnclear = true } });
        Refused(Refusal.WriteBudgetSpent, Good, Fresh with { WritesToday = 100 });
    }

    /// <summary>docs/safety.md, rule by rule.</summary>
    [Fact]
    public void Check_RulesOfTheStation_NameTheirReason()
    {
        var technician = Good with { Role = OrderRole.Technician };
        var force = technician with { Kind = OrderKind.Force, Point = new(School.Equipment.Id, "mode"), Value = (double)HeatingMode.Standby };
        var inMode = Fresh with { Point = School.Find("mode") };
        var safety = technician with { Kind = OrderKind.SafeState, Point = new(School.Equipment.Id, "safety"), Value = double.NaN };
        var programme = technician with { Kind = OrderKind.Programme, Value = double.NaN };

        // S08: by role.
        Refused(Refusal.EndTooFar, technician with { Until = Noon.AddHours(72.1) }, Fresh, 72);
        Refused(Refusal.ReasonMissing, Good with { Role = OrderRole.Administrator, Until = Noon.AddDays(5) }, Fresh);
        Assert.NotNull(WritePermit.Ask(Good with { Role = OrderRole.Administrator, Until = Noon.AddDays(5), Reason = "travaux" }, Fresh, out _, out _));
        Refused(Refusal.EndTooFar, Good with { Role = OrderRole.Administrator, Until = Noon.AddDays(15), Reason = "travaux" }, Fresh, 336);
        Refused(Refusal.RoleNotEnough, force with { Role = OrderRole.SiteUser }, inMode);
        Refused(Refusal.EndInThePast, force with { Until = Noon }, inMode);

        // S09, S01: modes and points.
        Assert.NotNull(WritePermit.Ask(force, inMode, out _, out _));
        Refused(Refusal.FrostProtection, force with { Value = (double)HeatingMode.Manual }, inMode);
        Refused(Refusal.ModeNotOffered, force with { Value = 0 }, inMode);
        Refused(Refusal.ModeNotOffered, force with { Value = 17 }, inMode);
        Refused(Refusal.ModeNotOffered, force with { Value = 1.5 }, inMode);
        Refused(Refusal.FrostProtection, programme, Fresh with { Under = new Wanted(HeatingMode.Reduced, 4.5) }, 5);
        Refused(Refusal.AboveMaximum, programme, Fresh with { Under = new Wanted(HeatingMode.Comfort, 22.5) }, 22);
        Refused(Refusal.ModeNotOffered, programme, Fresh);
        Refused(Refusal.FrostProtection, force, inMode with { Plant = new PlantFacts { Room = 4.9 } });
        Refused(Refusal.FrostProtection, force, inMode with { Plant = new PlantFacts { Flow = 4.9 } });

        // A programme warmer than the site lets people ask: not forced, and given back no further than that.
        var warm = Fresh with { Under = new Wanted(HeatingMode.Comfort, 24) };
        Refused(Refusal.AboveMaximum, force with { Value = (double)HeatingMode.Comfort }, warm with { Point = inMode.Point }, 22);
        Assert.Contains(("room.temperature.sp", 22), WritePermit.Ask(Good with { Kind = OrderKind.Release, Value = double.NaN }, warm, out _, out _)!.Steps);
        Assert.NotNull(WritePermit.Ask(programme, Fresh with { Under = new Wanted(HeatingMode.Frost, 8) }, out _, out _));

        // S17: the clock.
        Refused(Refusal.ClockUncertain, Good, Fresh with { ClockSet = false });
        Assert.NotNull(WritePermit.Ask(Good, Fresh with { ClockCertain = false }, out _, out _));
        Refused(Refusal.ClockUncertain, programme, Fresh with { Under = new Wanted(HeatingMode.Comfort, 19), ClockCertain = false });

        // S20: somebody else at work; S22: in safety; S23: a fault.
        Refused(Refusal.Reserved, Good, Fresh with { Reservation = new Reservation("Dominique", Noon.AddMinutes(5)) }, 5);
        Assert.NotNull(WritePermit.Ask(Good, Fresh with { Reservation = new Reservation("Camille", Noon.AddMinutes(5)) }, out _, out _));
        Assert.NotNull(WritePermit.Ask(Good, Fresh with { Reservation = new Reservation("Dominique", Noon) }, out _, out _));
        Assert.NotNull(WritePermit.Ask(safety, Fresh with { Reservation = new Reservation("Dominique", Noon.AddMinutes(5)) }, out _, out _));
        Refused(Refusal.InSafety, Good, Fresh with { InSafety = true });
        Refused(Refusal.InSafety, Good with { Kind = OrderKind.Release, Value = double.NaN }, Fresh with { InSafety = true });
        Refused(Refusal.NoOnSiteRelease, safety, Fresh with { Recipe = School.Profile.Override! with { LocalWhen = [] } });
        Refused(Refusal.PlantFault, Good, Fresh with { Plant = new PlantFacts { Fault = true } });
        Assert.NotNull(WritePermit.Ask(force, inMode with { Plant = new PlantFacts { Fault = true } }, out _, out _));
        Assert.NotNull(WritePermit.Ask(safety, Fresh with { Plant = new PlantFacts { Fault = true } }, out _, out _));
        Assert.NotNull(WritePermit.Ask(Good with { Kind = OrderKind.Release, Value = double.NaN }, Fresh with { Plant = new PlantFacts { Fault = true } }, out _, out _));
    }

    [Fact]
    public void Check_WearRatesAndYoungBurners_NameWhenToTryAgain()
    {
        var programme = Good with { Kind = OrderKind.Programme, Role = OrderRole.Technician, Value = double.NaN };
        var warm = Fresh with { Under = new Wanted(HeatingMode.Comfort, 19) };

        // S07: the programme leaves people the last twenty writes.
        Refused(Refusal.WriteBudgetSpent, programme, warm with { WritesToday = 80 });
        Assert.NotNull(WritePermit.Ask(Good, Fresh with { WritesToday = 80 }, out _, out _));

        // S29: three writes more than the ten of a minute, and a mode changed a minute ago.
        Refused(Refusal.TooFast, Good, Fresh with { LastWrites = [.. Enumerable.Repeat(Noon.AddSeconds(-19), 8)] }, 40);
        Assert.NotNull(WritePermit.Ask(Good, Fresh with { LastWrites = [.. Enumerable.Repeat(Noon.AddSeconds(-59), 8)] }, out _, out _));
        Refused(Refusal.TooFast, Good, Fresh with { ModeChangedAt = Noon.AddSeconds(-59) }, 60);
        Assert.NotNull(WritePermit.Ask(Good with { Kind = OrderKind.Release, Value = double.NaN }, Fresh with { ModeChangedAt = Noon, LastWrites = [.. Enumerable.Repeat(Noon, 10)] }, out _, out _));

        // S11: a burner off for three minutes rests five more.
        Refused(Refusal.EquipmentWait, Good, Fresh with { Plant = new PlantFacts { Burner = false, BurnerSince = Noon.AddMinutes(-3).AddSeconds(1) } }, 5);
        Assert.NotNull(WritePermit.Ask(Good, Fresh with { Plant = new PlantFacts { Burner = false, BurnerSince = Noon.AddMinutes(-8) } }, out _, out _));
        Assert.NotNull(WritePermit.Ask(Good, Fresh with { Plant = new PlantFacts { Burner = false } }, out _, out _));

        // As the boiler room sets it; and less than the room has is a stop for comfort, which waits for a young burner.
        var young = new PlantFacts { Burner = true, BurnerSince = Noon.AddMinutes(-3).AddSeconds(1), Room = 22.4 };
        Refused(Refusal.EquipmentWait, Good, Fresh with { Plant = young }, 2);
        Refused(Refusal.EquipmentWait, Good, Fresh with { Plant = young, Settings = PlantSettings.Usual with { BurnerLeastRun = 12 } }, 9);
        Assert.NotNull(WritePermit.Ask(Good, Fresh with { Plant = young with { Room = 15 } }, out _, out _));
        Assert.NotNull(WritePermit.Ask(Good with { Kind = OrderKind.SafeState, Role = OrderRole.Technician, Value = double.NaN }, Fresh with { Plant = young }, out _, out _));
    }

    /// <summary>S13 and S10, on a controller whose people set the water: bounds by emitter, and without a flow sensor.</summary>
    [Fact]
    public void Check_FlowSetPoint_WithinWhatTheEmitterBears()
    {
        var profile = School.Profile with
        {
            Points = [.. School.Profile.Points.Select(point => point.Name == "flow.temperature.sp" ? point with { Write = new WriteRule(6, new Model.Measures.Bounds(5, 95, 1)) } : point)],
            Override = School.Profile.Override! with { Point = "flow.temperature.sp", Apply = [new RecipeStep("flow.temperature.sp", StepValue.Asked, double.NaN)] },
        };
        var device = School with
        {
            Profile = profile,
            Points = [.. School.Points.Select(point => point.Profile.Name == "flow.temperature.sp"
                ? point with { Profile = profile.Points.First(one => one.Name == "flow.temperature.sp"), Point = point.Point with { Bounds = new Model.Measures.Bounds(5, 95, 1) } }
                : point)],
        };
        var water = Fresh with { Installed = device, Point = device.Find("flow.temperature.sp"), Recipe = profile.Override, Plant = new PlantFacts { Flow = 40 } };
        var order = Good with { Point = new(School.Equipment.Id, "flow.temperature.sp") };

        Assert.NotNull(WritePermit.Ask(order with { Value = 45 }, water, out _, out _));
        Refused(Refusal.FlowLimit, order with { Value = 46 }, water, 45);
        Refused(Refusal.FlowLimit, order with { Value = 46 }, water with { Emitter = Model.Settings.Emitter.Underfloor }, 45);
        Assert.NotNull(WritePermit.Ask(order with { Value = 80 }, water with { Emitter = Model.Settings.Emitter.Radiators }, out _, out _));
        Refused(Refusal.FlowLimit, order with { Value = 81 }, water with { Emitter = Model.Settings.Emitter.Radiators }, 80);
        Refused(Refusal.FlowLimit, order with { Value = 9 }, water, 10);
        Refused(Refusal.SensorLost, order with { Value = 56 }, water with { Emitter = Model.Settings.Emitter.Radiators, Plant = new PlantFacts() }, 55);
    }

    [Fact]
    public void Permit_HoldsTheVeryValues()
    {
        var permit = WritePermit.Ask(Good, Fresh, out _, out _)!;

        Assert.Equal([("mode.level", 0), ("mode", 1), ("room.temperature.sp", 20)], permit.Steps);
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
