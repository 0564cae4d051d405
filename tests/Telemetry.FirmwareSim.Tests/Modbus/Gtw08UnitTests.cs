using System.Buffers.Binary;
using FirmwareSim.Modbus;
using FirmwareSim.Scenarios;

namespace Telemetry.FirmwareSim.Tests.Modbus;

public sealed class Gtw08UnitTests
{
    private readonly Quarter _quarter = new();

    [Fact]
    public void Answer_RunningBoiler_TellsItsPowerWaterStartsAndHours()
    {
        _quarter.Live(3);
        var (plant, unit) = (_quarter.Town.School.Plant, Unit(_quarter, 0));
        var burner = plant.Boiler.Burners[0];

        Assert.Equal(Math.Round(100 * burner.Firing), Ask.Register(unit, 272));
        Assert.Equal(Math.Round(100 * plant.Boiler.WaterC), Ask.Register(unit, 400));
        Assert.Equal(Math.Round(100 * plant.BackC), Ask.Register(unit, 401));
        Assert.Equal(burner.Lit ? 1 : 0, Ask.Register(unit, 1110));
        Assert.Equal(70_000 + burner.Starts, Long(unit, 419));
        Assert.Equal((long)(4120.9 + burner.Hours), Long(unit, 421));
        Assert.True(burner.Hours > 1 && burner.Starts > 0, $"{burner.Hours} h, {burner.Starts} starts");
    }

    /// <summary>A mild day is for the lead alone: the second boiler's counters stand still.</summary>
    [Fact]
    public void Answer_MildDay_TheSecondBoilerRests()
    {
        var mild = new Quarter(10);
        mild.Live(2);
        var unit = Unit(mild, 1);
        var before = (Long(unit, 419), Long(unit, 421));
        mild.Live(4);

        Assert.Equal((0, 0), (Ask.Register(unit, 272), Ask.Register(unit, 411)));
        Assert.Equal(before, (Long(unit, 419), Long(unit, 421)));
        Assert.True(mild.Town.School.Plant.Boiler.Burners[0].Hours > 0);
    }

    [Theory]
    [InlineData(277, -1)]
    [InlineData(384, short.MinValue)]
    [InlineData(402, short.MinValue)]
    [InlineData(649, -1)]
    [InlineData(664, -1)]
    [InlineData(1104, short.MinValue)]
    public void Answer_WhatTheBoilerHasNot_IsTheCodeOfItsRegister(int address, short code) => Assert.Equal(code, Ask.Register(Unit(_quarter, 0), address));

    [Theory]
    [InlineData(127, 1, Pdu.IllegalAddress)]
    [InlineData(272, 2, Pdu.IllegalAddress)]
    [InlineData(400, 0, Pdu.IllegalValue)]
    [InlineData(400, 101, Pdu.IllegalValue)]
    public void Answer_ReadThatIsNotServed_IsRefused(int address, int count, byte reason) => Ask.Refused(reason, Unit(_quarter, 0).Answer(Ask.Read(3, address, count)));

    [Fact]
    public void Answer_AnyWrite_ChangesNothing()
    {
        var unit = Unit(_quarter, 0);

        Ask.Refused(Pdu.IllegalAddress, unit.Answer([16, 2, 152, 0, 1, 2, 0, 200]));
        Ask.Refused(Pdu.IllegalFunction, unit.Answer(Ask.Write(664, 200)));
        Ask.Refused(Pdu.IllegalFunction, unit.Answer(Ask.Read(4, 400, 1)));
    }

    [Fact]
    public void Answer_BurnerFaultAndSilence_OfTheScenario()
    {
        var sick = new Quarter(3, null, (Fault.BurnerFault, "ecole/chaufferie", 60, 3600), (Fault.LowPressure, "ecole/chaufferie", 60, 3600), (Fault.SilentDevice, "ecole/chaudiere-2", 60, 3600));
        sick.Live(0.5);

        Assert.Equal(0x0400, Ask.Register(Unit(sick, 0), 277));
        Assert.Equal(4, Ask.Register(Unit(sick, 0), 409));
        Assert.Equal(0, Ask.Register(Unit(sick, 0), 272));
        Assert.Null(Unit(sick, 1).Answer(Ask.Read(3, 272, 1)));
    }

    private static Gtw08Unit Unit(Quarter quarter, int place) => new(quarter.Town.School.Plant, place, "ecole", (70_000, 4120.9), quarter.Town.Faults);

    private static long Long(Gtw08Unit unit, int address) => BinaryPrimitives.ReadUInt32BigEndian(unit.Answer(Ask.Read(3, address, 2))!.AsSpan(2));
}
