using Telemetry.Model.Measures;

namespace Telemetry.Gateway.Configuration;

/// <summary>Reads how a model of device is spoken to over Modbus.</summary>
internal static class ModbusLoader
{
    private static readonly Dictionary<RegisterKind, IReadOnlyList<(int, int)>> Anywhere = [];

    /// <summary>The manners of the device.</summary>
    internal static ModbusProfile Read(YamlMap root)
    {
        var pauses = root.Map("pauses");
        var profile = new ModbusProfile
        {
            Timeout = TimeSpan.FromMilliseconds(root.Whole("timeoutMs", 1000, 20, 60_000)),
            MaxSpan = root.Whole("maxSpan", ModbusProfile.LongestRead, 1, ModbusProfile.LongestRead),
            MaxFill = root.Whole("maxFill", 20, 0, ModbusProfile.LongestRead),
            OnePointPerRead = root.Flag("onePointPerRead"),
            OneConnection = root.Flag("oneConnection"),
            Unit = (byte)root.Whole("unit", 1, 0, 255),
            SunSpec = ReadModels(root),
            DailyWrites = root.Whole("dailyWrites", 100, 0, 100_000),
            ApplicationKey = ReadKey(root),
            Blocks = ReadRanges(root.Map("blocks")),
            Holes = ReadRanges(root.Map("holes")),
            Identities = [.. root.Maps("identity").Select(ReadIdentity).OfType<ModbusProfile.Identity>()],
            Pauses = pauses is null ? new Pauses() : new Pauses
            {
                BetweenRequests = Milliseconds(pauses, "betweenRequestsMs", 0),
                AfterConnect = Milliseconds(pauses, "afterConnectMs", 0),
                OnSlaveChange = Milliseconds(pauses, "onSlaveChangeMs", 0),
                BeforeReconnect = Milliseconds(pauses, "beforeReconnectMs", 250),
            },
        };
        pauses?.Done();
        return profile;
    }

    /// <summary>What only the whole file tells: reads that the device's own limits forbid.</summary>
    internal static void Check(YamlMap root, ModbusProfile profile, IReadOnlyList<PointProfile> points)
    {
        foreach (var point in points.Where(point => point.Register?.Span > profile.MaxSpan))
        {
            root.Fault("maxSpan", FormattableString.Invariant($"'{point.Name}' needs {point.Register!.Span} registers in one read: write maxSpan: {point.Register.Span}, or correct its addresses."));
        }

        if (profile.SunSpec.Count > 0 && points.Any(point => point.Write is not null))
        {
            root.Fault("sunspec", "a SunSpec device is read only here: remove 'write' from its points.");
        }

        if (profile.SunSpec.Count > 0 && profile.Blocks.Count > 0)
        {
            root.Fault("blocks", "a SunSpec model stands where the device put it: remove 'blocks', the model's length is its block.");
        }
    }

    internal static TimeSpan Milliseconds(YamlMap map, string key, int byDefault) =>
        TimeSpan.FromMilliseconds(map.Whole(key, byDefault, 0, 60_000));

    private static IReadOnlyList<int> ReadModels(YamlMap root)
    {
        var models = root.Numbers("sunspec");
        if (models.All(model => model is >= 1 and < ushort.MaxValue && model == Math.Floor(model)))
        {
            return [.. models.Select(model => (int)model)];
        }

        root.Fault("sunspec", "'sunspec' lists numbers of models: write sunspec: [203]");
        return [];
    }

    private static IReadOnlyList<(ushort, ushort)> ReadKey(YamlMap root) =>
        [.. root.Maps("applicationKey").Select(map =>
        {
            var pair = ((ushort)map.Whole("holding", 0, 0, ushort.MaxValue), (ushort)map.Whole("is", 0, 0, ushort.MaxValue));
            map.Done();
            return pair;
        })];

    private static IReadOnlyDictionary<RegisterKind, IReadOnlyList<(int First, int Last)>> ReadRanges(YamlMap? map)
    {
        if (map is null)
        {
            return Anywhere;
        }

        var ranges = Enum.GetValues<RegisterKind>().Where(kind => map.Has(RegisterLoader.Key(kind)))
            .ToDictionary(kind => kind, kind => map.Pairs(RegisterLoader.Key(kind)));
        map.Done();
        return ranges;
    }

    private static ModbusProfile.Identity? ReadIdentity(YamlMap map)
    {
        var name = map.Text("name", "serial");
        var register = RegisterLoader.Read(map, Quantity.Dimensionless);
        map.TextOrNull("unconfirmed");
        map.Done();
        return register is null ? null : new ModbusProfile.Identity(name, register);
    }
}
