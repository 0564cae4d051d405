using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Tests.Configuration;

namespace Telemetry.Gateway.Tests.Drivers.Modbus;

/// <summary>Which registers are asked together.</summary>
public sealed class ReadPlanTests
{
    private static readonly ModbusProfile Plain = new();

    public static TheoryData<string> Profiles() => [.. Installed.ModbusProfiles.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void For_ShippedProfile_EveryReadIsOneTheDeviceTakes(string profile)
    {
        var device = Installed.Device(profile);
        var modbus = device.Profile.Modbus!;
        var plan = ReadPlan.For(device.Points, modbus);

        Assert.Equal(device.Points.Select(point => point.Profile.Name).Order(StringComparer.Ordinal), plan.SelectMany(read => read.Points).Select(point => point.Profile.Name).Order(StringComparer.Ordinal));
        Assert.All(plan, read =>
        {
            Assert.InRange(read.Count, 1, read.Kind is RegisterKind.Coil or RegisterKind.Discrete ? 2000 : modbus.MaxSpan);
            Assert.True(read.Address + read.Count <= ushort.MaxValue + 1);
            var together = read.Points.Select(point => point.Profile.Register!.First).Distinct().Count() > 1;
            Assert.True(!together || !modbus.OnePointPerRead, $"{read.Points[0].Profile.Name} and others in one read");
            Assert.True(!together || !modbus.Blocks.TryGetValue(read.Kind, out var blocks) || blocks.Any(block => block.First <= read.Address && read.Address + read.Count - 1 <= block.Last),
                $"{read.Kind} {read.Address} + {read.Count} crosses the edge of a block");
        });
    }

    [Fact]
    public void For_Neighbours_OneRead() => Assert.Equal(["10+6"], Reads(Plain, (10, 2), (12, 2), (14, 2)));

    [Fact]
    public void For_AnyOrder_OneRead() => Assert.Equal(["10+6"], Reads(Plain, (14, 2), (10, 2), (12, 2)));

    [Theory]
    [InlineData(20, "10+22")]
    [InlineData(19, "10+1 31+1")]
    public void For_Gap_FilledUpToTheLimit(int fill, string reads) => Assert.Equal(reads.Split(' '), Reads(Plain with { MaxFill = fill }, (10, 1), (31, 1)));

    [Theory]
    [InlineData(6, "10+6")]
    [InlineData(5, "10+4 14+2")]
    public void For_Span_NeverOverTheDevicesOwn(int span, string reads) => Assert.Equal(reads.Split(' '), Reads(Plain with { MaxSpan = span }, (10, 2), (12, 2), (14, 2)));

    [Fact]
    public void For_BlocksThatTouch_NeverAcross() => Assert.Equal(["10+2", "12+2"], Reads(Plain with { Blocks = Ranges((0, 11), (12, 20)) }, (10, 2), (12, 2)));

    [Fact]
    public void For_OutsideEveryBlock_Alone() => Assert.Equal(["10+1", "11+1"], Reads(Plain with { Blocks = Ranges((0, 10)) }, (10, 1), (11, 1)));

    [Fact]
    public void For_Hole_NeverOverIt() => Assert.Equal(["10+2", "13+2"], Reads(Plain with { Holes = Ranges((12, 12)) }, (10, 2), (13, 2)));

    [Fact]
    public void For_OnePointPerRead_OnlyBitsOfOneRegisterTogether() => Assert.Equal(["10+1", "11+1"], Reads(Plain with { OnePointPerRead = true }, (10, 1), (10, 1), (11, 1)));

    /// <summary>Learned: 12 is refused; 10 and 14 may be read, and not over it.</summary>
    [Fact]
    public void For_LearnedHole_AskedAlone()
    {
        var hole = new Hole(RegisterKind.Holding, 12, 12, DateTimeOffset.UnixEpoch);

        Assert.Equal(["10+2", "12+1", "13+2"], Reads(Plain, [hole], (10, 1), (11, 1), (12, 1), (13, 1), (14, 1)));
    }

    [Fact]
    public void For_LearnedEdge_SplitThere()
    {
        var edge = new Hole(RegisterKind.Holding, 11, 12, DateTimeOffset.UnixEpoch);

        Assert.Equal(["10+2", "12+3"], Reads(Plain, [edge], (10, 1), (11, 1), (12, 1), (13, 1), (14, 1)));
        Assert.Equal(["10+5"], Reads(Plain, [edge with { Kind = RegisterKind.Input }], (10, 1), (11, 1), (12, 1), (13, 1), (14, 1)));
    }

    /// <summary>A value and its scale factor come in one answer, whatever lies between.</summary>
    [Fact]
    public void For_ScaleFactorFarAway_SameRead()
    {
        var register = new RegisterMap { Kind = RegisterKind.Holding, Address = 10, Type = RegisterType.Int16, ScaleFrom = 60 };

        Assert.Equal(["10+51"], Texts(ReadPlan.For([Points.Of("p", register)], Plain)));
    }

    private static Dictionary<RegisterKind, IReadOnlyList<(int, int)>> Ranges(params (int, int)[] ranges) => new() { [RegisterKind.Holding] = ranges };

    private static IEnumerable<string> Reads(ModbusProfile profile, params (int Address, int Length)[] points) => Reads(profile, [], points);

    private static IEnumerable<string> Reads(ModbusProfile profile, IReadOnlyList<Hole> learned, params (int Address, int Length)[] points) =>
        Texts(ReadPlan.For(points.Select((point, i) => Points.Of($"p{i}", point.Address, point.Length)), profile, learned));

    private static IEnumerable<string> Texts(IEnumerable<ReadBlock> plan) => plan.Select(read => $"{read.Address}+{read.Count}");
}
