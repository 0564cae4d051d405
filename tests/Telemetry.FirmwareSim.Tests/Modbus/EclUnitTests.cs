using FirmwareSim.Control;
using FirmwareSim.Modbus;
using FirmwareSim.Scenarios;

namespace Telemetry.FirmwareSim.Tests.Modbus;

public sealed class EclUnitTests
{
    private readonly List<string> _said = [];
    private readonly Quarter _quarter = new();

    private EclUnit Unit => field ??= New(_quarter);

    [Fact]
    public void Answer_ApplicationKey_IsA266Point1()
    {
        Assert.Equal(266, Ask.Register(Unit, 2060));
        Assert.Equal(1, Ask.Register(Unit, 2061));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Answer_Sensors_AreHundredths(byte function)
    {
        _quarter.Live(0.5);
        var readings = _quarter.Town.Gymnasium.Plant.Readings;

        Assert.Equal(Math.Round(readings.Outdoor * 100), Ask.Register(Unit, 10200, function));
        Assert.Equal(Math.Round(readings.Room * 100), Ask.Register(Unit, 10201, function));
        Assert.Equal(Math.Round(readings.Flow * 100), Ask.Register(Unit, 10202, function));
        Assert.Equal(Math.Round(readings.TankTop * 100), Ask.Register(Unit, 10203, function));
        Assert.Equal(Math.Round(readings.Return * 100), Ask.Register(Unit, 10204, function));
        Assert.Equal(19_200, Ask.Register(Unit, 10205, function));
    }

    [Theory]
    [InlineData(33, 4)]
    [InlineData(2060, 2)]
    [InlineData(3999, 4)]
    [InlineData(4005, 4)]
    [InlineData(4065, 3)]
    [InlineData(4200, 2)]
    [InlineData(4210, 6)]
    [InlineData(10200, 10)]
    [InlineData(11176, 5)]
    [InlineData(11399, 6)]
    [InlineData(12121, 4)]
    [InlineData(12189, 2)]
    public void Answer_WholeBlock_IsRead(int address, int count) =>
        Assert.Equal(2 + (2 * count), Unit.Answer(Ask.Read(3, address, count))!.Length);

    [Theory]
    [InlineData(4200, 3)]
    [InlineData(3999, 5)]
    [InlineData(10200, 11)]
    [InlineData(11174, 2)]
    [InlineData(11175, 1)]
    [InlineData(2059, 2)]
    public void Answer_NumberNotServed_FailsWhole(int address, int count) =>
        Ask.Refused(Pdu.IllegalAddress, Unit.Answer(Ask.Read(3, address, count)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(15)]
    [InlineData(16)]
    public void Answer_CoilsOrManyWrites_IllegalFunction(byte function) =>
        Ask.Refused(Pdu.IllegalFunction, Unit.Answer(Ask.Read(function, 4200, 1)));

    [Theory]
    [InlineData(11179, 49)]
    [InlineData(11179, 401)]
    [InlineData(4200, 5)]
    [InlineData(11177, 9)]
    [InlineData(11178, 51)]
    [InlineData(12189, 1101)]
    [InlineData(11179, -10)]
    public void Write_OutOfBounds_IllegalValueAndNothingChanges(int address, int value)
    {
        var before = Ask.Register(Unit, address);

        Ask.Refused(Pdu.IllegalValue, Unit.Answer(Ask.Write(address, value)));
        Assert.Equal(before, Ask.Register(Unit, address));
    }

    [Theory]
    [InlineData(10200)]
    [InlineData(11252)]
    [InlineData(2060)]
    [InlineData(11175)]
    public void Write_ReadOnlyOrAbsent_IllegalAddress(int address) =>
        Ask.Refused(Pdu.IllegalAddress, Unit.Answer(Ask.Write(address, 1)));

    [Fact]
    public void Write_RoomSetPoint_ChangesTheHall()
    {
        Assert.Equal(160, Ask.Register(Unit, 11179));
        Assert.Equal(Ask.Write(11179, 180), Unit.Answer(Ask.Write(11179, 180)));
        var other = new Quarter();
        _quarter.Live(4);
        other.Live(4);

        Assert.Equal(180, Ask.Register(Unit, 11179));
        Assert.True(_quarter.Town.Gymnasium.Plant.Rooms.AirC > other.Town.Gymnasium.Plant.Rooms.AirC + 1);
    }

    [Fact]
    public void Write_SteeperSlope_FlowSetPointRises()
    {
        _quarter.Live(2);
        var before = Ask.Register(Unit, 11252);
        Unit.Answer(Ask.Write(11174, Ask.Register(Unit, 11174) + 5));
        _quarter.Live(0.01);

        Assert.True(Ask.Register(Unit, 11252) > before + 300, $"{before} → {Ask.Register(Unit, 11252)}");
    }

    [Theory]
    [InlineData(2, (int)CircuitMode.Day, 2)]
    [InlineData(3, (int)CircuitMode.Night, 0)]
    [InlineData(4, (int)CircuitMode.Standby, 0)]
    [InlineData(1, (int)CircuitMode.Auto, 2)]
    public void Write_Mode_TakesEffect(int word, int mode, int state)
    {
        Unit.Answer(Ask.Write(4200, 0));
        Unit.Answer(Ask.Write(4200, word));
        _quarter.Live(0.05);

        Assert.Equal(word, Ask.Register(Unit, 4200));
        Assert.Equal(mode, (int)_quarter.Town.Gymnasium.Plant.Controller.Mode);
        Assert.Equal(state, Ask.Register(Unit, 4210));
    }

    [Fact]
    public void Write_BeforeTheApplicationWasRead_IsNoticed()
    {
        var blind = New(_quarter);
        blind.Answer(Ask.Write(11179, 165));
        Unit.Answer(Ask.Read(3, 2060, 2));
        Unit.Answer(Ask.Write(11179, 165));

        Assert.True(blind.WrittenBlind);
        Assert.False(Unit.WrittenBlind);
        Assert.Single(_said);
    }

    [Fact]
    public void Faults_DeadSensorWrongApplicationAndIgnoredWrites()
    {
        var quarter = new Quarter(
            3,
            null,
            (Fault.DeadSensor, "gymnase/chaufferie/outdoor", 0, 3600),
            (Fault.WrongApplication, "gymnase/chaufferie", 0, 3600),
            (Fault.WriteIgnored, "gymnase/chaufferie", 0, 3600));
        quarter.Live(0.1);
        var unit = New(quarter);

        Assert.Equal(19_200, Ask.Register(unit, 10200));
        Assert.Equal(247, Ask.Register(unit, 2060));
        Assert.Equal(Ask.Write(11179, 180), unit.Answer(Ask.Write(11179, 180)));
        Assert.Equal(160, Ask.Register(unit, 11179));
    }

    private EclUnit New(Quarter quarter) => new(quarter.Town.Gymnasium.Plant, "gymnase", quarter.Town.Faults, _said.Add);
}
