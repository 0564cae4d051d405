using System.Buffers.Binary;
using FirmwareSim.Modbus;
using FirmwareSim.Scenarios;

namespace Telemetry.FirmwareSim.Tests.Modbus;

public sealed class Sdm630UnitTests
{
    private readonly Quarter _quarter = new();

    private Sdm630Unit Unit => field ??= new Sdm630Unit(_quarter.Town.TownHall, _quarter.Town.Faults);

    [Fact]
    public void Answer_Powers_AddUpAndAreThoseOfTheBuilding()
    {
        _quarter.Live(1);

        Assert.Equal(_quarter.Town.TownHall.Electricity.Watts.Sum, Float(52), 0.01);
        Assert.Equal(Float(52), Float(12) + Float(14) + Float(16), 0.01);
        Assert.InRange(Float(0), 225, 238);
        Assert.Equal(Float(12), Float(0) * Float(6) * Float(30), 0.1);
        Assert.Equal(Float(56) * Float(56), (Float(52) * Float(52)) + (Float(60) * Float(60)), Float(56) * 0.5);
        Assert.InRange(Float(70), 49.9, 50.1);
        Assert.True(Float(12) > 1.1 * Float(16), "the phases carry the same");
    }

    [Fact]
    public void Answer_Energy_IsSinglePrecisionOfAnOldRegister()
    {
        var before = Float(72);
        _quarter.Live(24);

        Assert.Equal(143_918.06f, before, 0.1f);
        Assert.Equal((float)(143_918.06 + _quarter.Town.TownHall.Main.SinceStart), Float(72));
        Assert.Equal(0, Float(74));
        Assert.Equal(Float(72), Float(342));
        Assert.Equal(Float(72), Float(346) + Float(348) + Float(350), 0.1);
        Assert.Equal(_quarter.Town.TownHall.Main.Shown, Float(72));
    }

    [Theory]
    [InlineData(0, 80)]
    [InlineData(26, 80)]
    [InlineData(334, 48)]
    [InlineData(200, 70)]
    public void Answer_InsideABlock_IsRead(int address, int count) =>
        Assert.Equal(2 + (2 * count), Unit.Answer(Ask.Read(4, address, count))!.Length);

    [Theory]
    [InlineData(0, 82, Pdu.IllegalValue)]
    [InlineData(0, 3, Pdu.IllegalValue)]
    [InlineData(0, 0, Pdu.IllegalValue)]
    [InlineData(1, 2, Pdu.IllegalAddress)]
    [InlineData(104, 4, Pdu.IllegalAddress)]
    [InlineData(1000, 2, Pdu.IllegalAddress)]
    public void Answer_WrongRange_IsRefused(int address, int count, byte reason) =>
        Ask.Refused(reason, Unit.Answer(Ask.Read(4, address, count)));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(16)]
    public void Answer_OtherFunction_IllegalFunction(byte function) => Ask.Refused(Pdu.IllegalFunction, Unit.Answer(Ask.Read(function, 52, 2)));

    [Fact]
    public void Faults_SilentDevice_SaysNothing()
    {
        var quarter = new Quarter(3, null, (Fault.SilentDevice, "mairie/elec", 0, 3600));
        quarter.Live(0.1);

        Assert.Null(new Sdm630Unit(quarter.Town.TownHall, quarter.Town.Faults).Answer(Ask.Read(4, 52, 2)));
    }

    private float Float(int address) => BinaryPrimitives.ReadSingleBigEndian(Unit.Answer(Ask.Read(4, address, 2)).AsSpan(2));
}
