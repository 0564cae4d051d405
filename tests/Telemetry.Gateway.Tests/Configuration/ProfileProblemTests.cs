using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Tests.Configuration;

/// <summary>Whatever is wrong in a profile is told with file, line and what to write; a half-understood device is not driven.</summary>
public sealed class ProfileProblemTests
{
    private static readonly string Healthy = """
        profile: maker-model
        name: Maker Model
        protocol: modbus
        source: the maker's manual
        dailyWrites: 10
        maxSpan: 50
        pauses: { betweenRequestsMs: 10 }
        blocks: { holding: [[0, 40]] }
        identity:
          - { name: serial, read: { holding: 30, as: text, length: 4 } }
        points:
          - { point: flow.temperature, unit: °C, quantity: Temperature, band: [-20, 150], read: { holding: 9, as: int16, scale: 0.1, noValue: [0x7FFF] } }
          - { point: power.active, quantity: ActivePower, unit: W, read: { holding: 10, as: int32, scaleFrom: 14 } }
          - { point: state, read: { holding: 15, as: uint16, mask: 0x00F0 } }
          - { point: level, read: { coil: 3 }, write: { function: 5, min: 0, max: 1 } }
          - { point: room.sp, read: { holding: 20, as: int16, scale: 0.1 }, write: { function: 6, min: 5, max: 30, persistent: true, after: [{ point: level, is: [0] }] } }
        override:
          point: room.sp
          apply: [{ write: level, value: 0 }, { write: room.sp, value: asked }]
          release: [{ write: room.sp, value: previous }, { write: level, value: 1 }]
        """;

    [Fact]
    public void Load_Healthy_NoProblem() => Assert.Empty(Load(Healthy).Problems);

    [Theory]
    [InlineData("maxSpan: 50", "maxSpan: 200", 6, "from 1 to 125")]
    [InlineData("maxSpan: 50", "maxSpan: 1", 6, "maxSpan: 5")]
    [InlineData("maxSpan: 50", "maxFil: 3", 6, "write one of")]
    [InlineData("maxSpan: 50", "maxFill: -1", 6, "from 0 to 125")]
    [InlineData("maxSpan: 50", "onePointPerRead: maybe", 6, "true or false")]
    [InlineData("maxSpan: 50", "oneConnection: 1", 6, "true or false")]
    [InlineData("maxSpan: 50", "unit: 256", 6, "from 0 to 255")]
    [InlineData("maxSpan: 50", "timeoutMs: 5", 6, "from 20 to 60000")]
    [InlineData("maxSpan: 50", "holes: { holding: [[9, 3]] }", 6, "write [0, 5]")]
    [InlineData("maxSpan: 50", "sunspec: [many]", 6, "sunspec")]
    [InlineData("maxSpan: 50", "sunspec: [0]", 6, "sunspec: [203]")]
    [InlineData("maxSpan: 50", "sunspec: [203]", 6, "remove 'write'")]
    [InlineData("maxSpan: 50", "unconfirmed: one source", 6, "read only")]
    [InlineData("source: the maker's manual", "sauce: x", 1, "'source' is missing")]
    [InlineData("protocol: modbus", "protocol: knx", 3, "modbus or mqtt")]
    [InlineData("betweenRequestsMs: 10", "betweenRequestMs: 10", 7, "betweenRequestsMs")]
    [InlineData("as: text, length: 4", "as: text", 10, "length: 8")]
    [InlineData("as: int16, scale: 0.1, noValue", "as: int61, scale: 0.1, noValue", 12, "SignMagnitude16")]
    [InlineData("noValue: [0x7FFF]", "noValue: [0x17FFF]", 12, "fits in 16 bits")]
    [InlineData("noValue: [0x7FFF]", "noValue: [none]", 12, "fits in 16 bits")]
    [InlineData("scale: 0.1, noValue", "scale: 0, noValue", 12, "write the value of one unit")]
    [InlineData("scale: 0.1, noValue", "length: 2, noValue", 12, "remove it")]
    [InlineData("holding: 9, as: int16", "holding: 65535, as: int32", 12, "smaller address")]
    [InlineData("holding: 9, as: int16", "holding: 9, input: 9", 12, "one table and its address")]
    [InlineData("holding: 9, as: int16", "holding: 9, as: wideText, length: 2", 12, "move it to identity")]
    [InlineData("holding: 9, as: int16", "coil: 9, as: int16", 12, "one bit")]
    [InlineData("holding: 9, as: int16", "holding: 9, bit: 16, as: int16", 12, "from 0 to 15")]
    [InlineData("holding: 9, as: int16", "holding: 9, order: middle, as: int16", 12, "LittleSwapped")]
    [InlineData("scaleFrom: 14", "scaleFrom: 300", 13, "within 125 registers")]
    [InlineData("mask: 0x00F0", "mask: 0x100F0", 14, "within 16 bits")]
    [InlineData("mask: 0x00F0", "mask: 0", 14, "mask: 0x00FF")]
    [InlineData("mask: 0x00F0", "mask: 0x0F, bit: 2", 14, "not both")]
    [InlineData("mask: 0x00F0", "values: { off: 0 }", 14, "0 to 65535")]
    [InlineData("mask: 0x00F0 }", "mask: 0x00F0 }, write: { max: 3 }", 14, "remove 'write'")]
    [InlineData("read: { coil: 3 }, write", "danger: it locks out, read: { coil: 3 }, write", 15, "it locks out")]
    [InlineData("read: { coil: 3 }, write", "unconfirmed: guessed, read: { coil: 3 }, write", 15, "read only")]
    [InlineData("read: { coil: 3 }, write", "onRequest: true, read: { coil: 3 }, write", 19, "remove 'onRequest'")]
    [InlineData("read: { coil: 3 }, write", "read: { discrete: 3 }, write", 15, "remove 'write'")]
    [InlineData("function: 5", "function: 6", 15, "5 or 15")]
    [InlineData("after: [{ point: level, is: [0] }]", "after: [{ point: levle, is: [0] }]", 16, "level")]
    [InlineData("after: [{ point: level, is: [0] }]", "after: level", 16, "each line starts with")]
    [InlineData("apply: [{ write: level, value: 0 }, ", "apply: [", 19, "put - { write: level, value: 0 } before it")]
    [InlineData("dailyWrites: 10\n", "", 11, "dailyWrites: 100")]
    [InlineData("persistent: true", "persistent: yes", 16, "true or false")]
    [InlineData("persistent: true", "settleMs: 90000", 16, "from 0 to 60000")]
    public void Load_OneFault_HasFileLineAndAdvice(string right, string wrong, int line, string advice)
    {
        Assert.Contains(right, Healthy, StringComparison.Ordinal);
        var loaded = Load(Healthy.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Null(loaded.Value);
        Assert.Contains(loaded.Problems, problem => problem.Message.Contains(advice, StringComparison.Ordinal)
            && problem.Line == line && problem.Path.EndsWith("p.yaml", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_PointsSettleLongerThanRecipe_LongestCounts()
    {
        var loaded = Load(Healthy.Replace("persistent: true", "persistent: true, settleMs: 900", StringComparison.Ordinal));

        Assert.Equal(TimeSpan.FromMilliseconds(900), loaded.Value!.Override!.Settle);
        Assert.True(loaded.Value.Points.Single(point => point.Name == "room.sp").Write!.Persistent);
    }

    [Fact]
    public void Load_TwoBusesToADeviceOfOneConnection_Said()
    {
        using var folder = new TemporaryFolder();
        folder.Write("devices/p.yaml", Healthy.Replace("maxSpan: 50", "oneConnection: true", StringComparison.Ordinal));
        var site = folder.Write("site.yaml", """
            gateway: g
            name: G
            municipality: m
            buildings: [{ id: b, name: B, use: Other }]
            buses:
              - { id: one, modbus: "10.0.0.1:502" }
              - { id: two, modbus: "10.0.0.1:502" }
            devices: [{ id: d, name: D, kind: Other, building: b, profile: maker-model, bus: one }]
            """);

        var problem = Assert.Single(Installation.Load(site, folder.File("devices"), _ => null).Problems);
        Assert.Equal((6, true), (problem.Line, problem.Message.Contains("remove two", StringComparison.Ordinal)));
    }

    private static Loaded<DeviceProfile> Load(string text)
    {
        using var folder = new TemporaryFolder();
        return ProfileLoader.Load(folder.Write("p.yaml", text), _ => null);
    }
}
