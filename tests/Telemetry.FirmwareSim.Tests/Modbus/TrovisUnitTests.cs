using FirmwareSim.Control;
using FirmwareSim.Modbus;
using FirmwareSim.Scenarios;

namespace Telemetry.FirmwareSim.Tests.Modbus;

public sealed class TrovisUnitTests
{
    private readonly Hand _time = new();
    private readonly Quarter _quarter = new();

    private TrovisUnit Unit => field ??= New(_quarter, 5578);

    private HeatingController Controller => _quarter.Town.School.Plant.Controller;

    [Fact]
    public void Answer_Sensors_AreTenthsOfTheReadings()
    {
        _quarter.Live(0.5);
        var readings = _quarter.Town.School.Plant.Readings;

        Assert.Equal(5578, Ask.Register(Unit, 0));
        Assert.Equal(Math.Round(readings.Outdoor * 10), Ask.Register(Unit, 9));
        Assert.Equal(Math.Round(readings.Flow * 10), Ask.Register(Unit, 12));
        Assert.Equal(Math.Round(readings.Return * 10), Ask.Register(Unit, 16));
        Assert.Equal(Math.Round(readings.Room * 10), Ask.Register(Unit, 19));
        Assert.Equal(Math.Round(readings.TankTop * 10), Ask.Register(Unit, 22));
        Assert.Equal(0x7FFF, Ask.Register(Unit, 20));
        Assert.Equal(190, Ask.Register(Unit, 1002));
        Assert.Equal(160, Ask.Register(Unit, 1003));
        Assert.Equal(190, Ask.Register(Unit, 1004));
    }

    [Fact]
    public void Answer_Frost_NegativeTemperatureIsTwosComplement()
    {
        var cold = new Quarter(-7.3);
        cold.Live(0.5);

        Assert.InRange(Ask.Register(New(cold, 5578), 9), -75, -71);
    }

    [Theory]
    [InlineData(0, 30)]
    [InlineData(102, 21)]
    [InlineData(142, 12)]
    [InlineData(999, 12)]
    [InlineData(1041, 2)]
    [InlineData(1062, 1)]
    [InlineData(1199, 12)]
    [InlineData(1399, 12)]
    [InlineData(1799, 40)]
    public void Answer_WholeBlock_IsRead(int address, int count) =>
        Assert.Equal(2 + (2 * count), Unit.Answer(Ask.Read(3, address, count))!.Length);

    [Theory]
    [InlineData(29, 2)]
    [InlineData(30, 1)]
    [InlineData(100, 5)]
    [InlineData(122, 2)]
    [InlineData(1010, 2)]
    [InlineData(1000, 50)]
    [InlineData(5000, 1)]
    public void Answer_AcrossAnEdge_IllegalAddress(int address, int count) =>
        Ask.Refused(Pdu.IllegalAddress, Unit.Answer(Ask.Read(3, address, count)));

    [Fact]
    public void Answer_TwoCircuitModel_HasNoThirdCircuit()
    {
        Ask.Refused(Pdu.IllegalAddress, New(_quarter, 5576).Answer(Ask.Read(3, 1399, 1)));
        Assert.Equal(5576, Ask.Register(New(_quarter, 5576), 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(51)]
    public void Answer_BadCount_IllegalValue(int count) => Ask.Refused(Pdu.IllegalValue, Unit.Answer(Ask.Read(3, 1799, count)));

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(23)]
    public void Answer_OtherFunction_IllegalFunction(byte function) =>
        Ask.Refused(Pdu.IllegalFunction, Unit.Answer(Ask.Read(function, 0, 1)));

    [Fact]
    public void Answer_ShortRequest_IsRefusedNotFatal() => Ask.Refused(Pdu.IllegalValue, Unit.Answer([3, 0, 0]));

    [Fact]
    public void Write_WithoutAccessCode_AcceptedAndIgnored()
    {
        var request = Ask.Write(1002, 205);

        Assert.Equal(request, Unit.Answer(request));
        Assert.Equal(190, Ask.Register(Unit, 1002));
    }

    [Fact]
    public void Write_WrongAccessCode_AcceptedAndIgnored()
    {
        Unit.Answer(Ask.Write(144, 1733));
        Unit.Answer(Ask.Write(1002, 205));

        Assert.Equal(190, Ask.Register(Unit, 1002));
    }

    [Fact]
    public void Write_WithAccessCode_ChangesTheSettingAndTheHouse()
    {
        Open();
        var request = Ask.Write(1002, 210);

        Assert.Equal(request, Unit.Answer(request));
        Assert.Equal(210, Ask.Register(Unit, 1002));
        _quarter.Live(0.1);
        Assert.Equal(210, Ask.Register(Unit, 1004));
        var other = new Quarter();
        _quarter.Live(5);
        other.Live(5.1);
        Assert.True(_quarter.Town.School.Plant.Rooms.AirC > other.Town.School.Plant.Rooms.AirC + 0.8);
        Assert.True(_quarter.Town.School.Gas.SinceStart > 1.1 * other.Town.School.Gas.SinceStart);
    }

    [Fact]
    public void Write_AccessCodeOlderThanAMinute_Ignored()
    {
        Open();
        _time.Pass(61);
        Unit.Answer(Ask.Write(1002, 210));

        Assert.Equal(190, Ask.Register(Unit, 1002));
        Assert.Equal(0, Ask.Register(Unit, 144));
    }

    [Theory]
    [InlineData(1002, 401)]
    [InlineData(1002, -1)]
    [InlineData(1005, 33)]
    [InlineData(1799, 199)]
    [InlineData(122, 31)]
    [InlineData(122, -151)]
    [InlineData(105, 6)]
    [InlineData(112, 100)]
    public void Write_OutOfBounds_IllegalValue(int address, int value)
    {
        Open();
        Ask.Refused(Pdu.IllegalValue, Unit.Answer(Ask.Write(address, value)));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(1004)]
    [InlineData(149)]
    [InlineData(4000)]
    public void Write_ReadOnly_IllegalAddress(int address)
    {
        Open();
        Ask.Refused(Pdu.IllegalAddress, Unit.Answer(Ask.Write(address, 1)));
    }

    [Fact]
    public void Write_ModeWithLevelCoilAtOne_AcceptedAndIgnored()
    {
        Open();
        Unit.Answer(Ask.Write(105, 5));

        Assert.Equal(1, Ask.Register(Unit, 105));
        Assert.True(Ask.CoilOf(Unit, 88));
    }

    [Fact]
    public void Write_ModeAfterLevelCoil_TakesEffectAndIsGivenBackByTheCoil()
    {
        Open();
        Unit.Answer(Ask.Coil(88, false));
        Unit.Answer(Ask.Write(105, 2));
        _quarter.Live(0.05);
        Assert.Equal(2, Ask.Register(Unit, 105));
        Assert.True(Ask.CoilOf(Unit, 1007));
        Assert.False(Ask.CoilOf(Unit, 3));
        Assert.Equal(Regime.Standby, Controller.Regime);

        // Automatic is never written: the register keeps its mode until the coil gives control back.
        Unit.Answer(Ask.Write(105, 1));
        Assert.Equal(2, Ask.Register(Unit, 105));
        Unit.Answer(Ask.Coil(88, true));
        Assert.Equal(1, Ask.Register(Unit, 105));
    }

    [Fact]
    public void Write_LevelCoilWithoutAccessCode_Ignored()
    {
        Unit.Answer(Ask.Coil(88, false));

        Assert.True(Ask.CoilOf(Unit, 88));
    }

    [Fact]
    public void Write_StandbyAllDay_BurnsLittleGas()
    {
        Open();
        Unit.Answer(Ask.Coil(88, false));
        Unit.Answer(Ask.Write(105, 2));
        var other = new Quarter();
        _quarter.Live(8);
        other.Live(8);

        Assert.True(_quarter.Town.School.Gas.SinceStart < 0.3 * other.Town.School.Gas.SinceStart);
        Assert.True(_quarter.Town.School.Plant.Rooms.AirC < other.Town.School.Plant.Rooms.AirC - 1.5);
    }

    [Fact]
    public void Write_HotWaterSetPoint_TankFollows()
    {
        Open();
        Unit.Answer(Ask.Write(1799, 700));
        _quarter.Live(2);

        Assert.Equal(700, Ask.Register(Unit, 1799));
        Assert.InRange(_quarter.Town.School.Plant.Tank.TopC, 62, 73);
    }

    [Fact]
    public void Faults_ShowInCoilAndStatus()
    {
        var quarter = new Quarter(3, null, (Fault.BurnerFault, "ecole/chaufferie", 0, 3600), (Fault.DeadSensor, "ecole/chaufferie/room", 0, 3600));
        quarter.Live(0.1);
        var unit = New(quarter, 5578);

        Assert.True(Ask.CoilOf(unit, 0));
        Assert.Equal(5, Ask.Register(unit, 149));
        Assert.Equal(0x7FFF, Ask.Register(unit, 19));
        quarter.Live(1);
        Assert.False(Ask.CoilOf(unit, 0));
    }

    [Fact]
    public void Faults_WriteIgnored_EchoesAndForgets()
    {
        var quarter = new Quarter(3, null, (Fault.WriteIgnored, "ecole/chaufferie", 0, 3600));
        quarter.Live(0.1);
        var unit = New(quarter, 5578);
        unit.Answer(Ask.Write(144, 1732));

        Assert.Equal(Ask.Write(1002, 205), unit.Answer(Ask.Write(1002, 205)));
        Assert.Equal(190, Ask.Register(unit, 1002));
    }

    [Fact]
    public void Faults_LocalMode_SwitchAtManualAndModesIgnored()
    {
        var quarter = new Quarter(3, null, (Fault.LocalMode, "ecole/chaufferie", 0, 3600));
        quarter.Live(0.1);
        var unit = New(quarter, 5578);
        unit.Answer(Ask.Write(144, 1732));
        unit.Answer(Ask.Coil(88, false));
        unit.Answer(Ask.Write(105, 4));
        quarter.Live(0.1);

        Assert.Equal(3, Ask.Register(unit, 102));
        Assert.Equal(3, Ask.Register(unit, 105));
        Assert.True(Ask.CoilOf(unit, 4));
    }

    [Fact]
    public void Faults_SilentDevice_SaysNothing()
    {
        var quarter = new Quarter(3, null, (Fault.SilentDevice, "ecole/chaufferie", 0, 3600));
        quarter.Live(0.1);

        Assert.Null(New(quarter, 5578).Answer(Ask.Read(3, 0, 1)));
    }

    [Fact]
    public void Answer_CoilBlocks_PackedLowestBitFirst()
    {
        _quarter.Live(0.5);
        var answer = Unit.Answer(Ask.Read(1, 999, 10))!;

        Assert.Equal([1, 2], answer[..2]);
        Assert.Equal(0b011, answer[2] & 0b111);
        Ask.Refused(Pdu.IllegalAddress, Unit.Answer(Ask.Read(1, 8, 2)));
    }

    private TrovisUnit New(Quarter quarter, int model) => new(quarter.Town.School.Plant, "ecole", model, quarter.Town.Faults, _time);

    private void Open() => Assert.Equal(Ask.Write(144, 1732), Unit.Answer(Ask.Write(144, 1732)));

    private sealed class Hand : TimeProvider
    {
        private long _ticks = 5_000_000;

        public override long TimestampFrequency => 1_000_000;

        public override long GetTimestamp() => _ticks;

        internal void Pass(int seconds) => _ticks += seconds * TimestampFrequency;
    }
}
