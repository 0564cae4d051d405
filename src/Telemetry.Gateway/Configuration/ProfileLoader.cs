using Telemetry.Gateway.Drivers.Mqtt;
using Telemetry.Model.Control;
using Telemetry.Model.Measures;

namespace Telemetry.Gateway.Configuration;

/// <summary>Reads the device profiles of a folder.</summary>
internal static class ProfileLoader
{
    /// <summary>Every profile that is whole, by its id, and every problem of the others.</summary>
    internal static Loaded<IReadOnlyDictionary<string, DeviceProfile>> LoadFolder(string folder, Func<string, string?> variable)
    {
        var profiles = new Dictionary<string, DeviceProfile>(StringComparer.Ordinal);
        var problems = new List<Problem>();
        if (!Directory.Exists(folder))
        {
            problems.Add(new Problem(folder, 1, "the folder of device profiles is not there: give it with --devices."));
        }

        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).ToArray() : [])
        {
            var loaded = Load(path, variable);
            problems.AddRange(loaded.Problems);
            if (loaded.Value is { } profile && !profiles.TryAdd(profile.Id, profile))
            {
                problems.Add(new Problem(path, 1, $"the profile '{profile.Id}' is already in another file: give this one another name."));
            }
        }

        return new Loaded<IReadOnlyDictionary<string, DeviceProfile>>(profiles, problems);
    }

    /// <summary>One profile; no value when anything in it is wrong, for a half-understood device must not be driven.</summary>
    internal static Loaded<DeviceProfile> Load(string path, Func<string, string?> variable)
    {
        var source = new YamlSource(path, variable);
        var profile = source.Root() is { } root ? Read(root) : null;
        return new Loaded<DeviceProfile>(source.Count == 0 ? profile : null, source.Problems);
    }

    private static DeviceProfile Read(YamlMap root)
    {
        var protocol = root.Text("protocol", "modbus (or mqtt)");
        if (protocol is not ("modbus" or "mqtt" or ""))
        {
            root.Fault("protocol", $"'protocol: {protocol}' is not known: write modbus or mqtt.");
        }

        var modbus = string.Equals(protocol, "modbus", StringComparison.Ordinal);
        var points = root.Maps("points").Select(map => ReadPoint(map, modbus)).ToList();
        foreach (var twice in points.GroupBy(point => point.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            root.Fault("points", $"the point '{twice.Key}' is written twice: keep one.");
        }

        if (points.Count == 0)
        {
            root.Fault("points", "a profile needs points: write points: and one '- { point: …, … }' a line.");
        }

        var profile = new DeviceProfile
        {
            Id = root.Text("profile", "maker-model"),
            Name = root.Text("name", "Maker Model"),
            Period = TimeSpan.FromSeconds(root.Number("periodSeconds", 10, 0.1, 86_400)),
            StaleAfter = root.Has("staleAfterSeconds") ? TimeSpan.FromSeconds(root.Number("staleAfterSeconds", 30, 1, 604_800)) : null,
            Points = points,
            Modbus = modbus ? ReadModbus(root) : null,
            Family = modbus ? null : Family(root),
            Message = modbus ? new MessageOptions() : MessageLoader.Read(root),
            Thin = !modbus && root.Has("thinSeconds") ? TimeSpan.FromSeconds(root.Number("thinSeconds", 10, 1, 3600)) : null,
            Override = modbus && root.Map("override") is { } recipe ? ReadRecipe(recipe, points) : null,
        };
        root.Text("source", "where the map was read");
        root.TextOrNull("unconfirmed");
        root.Done();
        return profile;
    }

    private static string Family(YamlMap root)
    {
        var family = root.Text("family", Families.Names[0]);
        if (family.Length > 0 && !Families.Names.Contains(family, StringComparer.Ordinal))
        {
            root.Fault("family", $"'family: {family}' is not known: write one of {string.Join(", ", Families.Names)}.");
        }

        return family;
    }

    private static PointProfile ReadPoint(YamlMap map, bool modbus)
    {
        var name = map.Text("point", "flow.temperature");
        var quantity = map.Word("quantity", Quantity.Dimensionless);
        var register = modbus ? ReadRegister(map, quantity) : null;
        var point = new PointProfile
        {
            Name = name,
            Quantity = quantity,
            Unit = map.TextOrNull("unit") ?? "",
            Function = map.Word("function", PointFunction.Sensor),
            Accumulation = map.Word("accumulation", Accumulation.Instant),
            Band = ReadBand(map),
            Deadband = map.Has("deadband") ? map.Number("deadband", 0, 0) : null,
            Register = register,
            Field = modbus ? null : MessageLoader.Field(map),
            Scale = modbus ? 1 : map.Number("scale", 1),
            Offset = modbus ? 0 : map.Number("offset", 0),
            Words = MessageLoader.Words(modbus ? null : map, quantity),
            Internal = map.Flag("internal"),
            Optional = map.Flag("optional"),
            Write = modbus && map.Map("write") is { } write ? ReadWrite(write, map, register) : null,
        };
        map.TextOrNull("unconfirmed");
        map.Done();
        return point;
    }

    private static Band? ReadBand(YamlMap map)
    {
        if (!map.Has("band"))
        {
            return null;
        }

        if (map.Numbers("band") is [var min, var max] && min < max)
        {
            return new Band(min, max);
        }

        map.Fault("band", "'band' must be the smallest and the largest possible value: write band: [-50, 60]");
        return null;
    }

    private static RegisterMap? ReadRegister(YamlMap point, Quantity quantity)
    {
        if (point.Map("read") is not { } map)
        {
            point.Fault("read", "'read' is missing: write read: { holding: 9, as: int16, scale: 0.1 }");
            return null;
        }

        var kinds = Enum.GetValues<RegisterKind>().Where(kind => map.Has(Key(kind))).ToList();
        if (kinds.Count != 1)
        {
            point.Fault("read", "one table and its address must be given: write holding: 9 (or input, coil, discrete), protocol addresses from 0.");
            return null;
        }

        var bit = kinds[0] is RegisterKind.Coil or RegisterKind.Discrete;
        var register = new RegisterMap
        {
            Kind = kinds[0],
            Address = (ushort)map.Whole(Key(kinds[0]), 0, 0, ushort.MaxValue),
            Type = map.Word("as", bit ? RegisterType.Bool : RegisterType.UInt16),
            Order = map.Word("order", WordOrder.Big),
            Scale = map.Number("scale", 1),
            Offset = map.Number("offset", 0),
            NoValue = map.Numbers("noValue"),
            Values = ReadValues(map, quantity),
        };
        map.Done();
        return register;
    }

    private static Dictionary<int, double> ReadValues(YamlMap read, Quantity quantity)
    {
        var values = new Dictionary<int, double>();
        if (read.Map("values") is not { } map)
        {
            return values;
        }

        foreach (var key in map.Keys)
        {
            if (!YamlMap.TryNumber(key, out var raw) || raw is < 0 or > ushort.MaxValue)
            {
                map.Fault(key, $"'{key}' must be the device's own number, 0 to 65535.");
                continue;
            }

            values[(int)raw] = quantity == Quantity.Mode ? (double)map.Word(key, HeatingMode.Automatic) : map.Number(key, 0);
        }

        return values;
    }

    private static WriteRule? ReadWrite(YamlMap write, YamlMap point, RegisterMap? register)
    {
        if (register is null or { Kind: RegisterKind.Input or RegisterKind.Discrete })
        {
            point.Fault("write", "only a holding register or a coil can be written: remove 'write'.");
            return null;
        }

        var function = write.Whole("function", register.IsBit ? 5 : 6, 5, 16);
        if (register.IsBit ? function is not (5 or 15) : function is not (6 or 16))
        {
            write.Fault("function", register.IsBit ? "a coil is written by function 5 or 15." : "a holding register is written by function 6 or 16.");
        }

        var (min, max, step) = (write.Number("min", 0), write.Number("max", register.IsBit ? 1 : double.NaN), write.Number("step", 1, 1e-6));
        if (!(max >= min))
        {
            write.Fault("max", "a writable point needs bounds: write min: and max: with min under max.");
            return null;
        }

        write.Done();
        return new WriteRule(function, new Bounds(min, max, step));
    }

    private static ModbusProfile ReadModbus(YamlMap root)
    {
        var pauses = root.Map("pauses");
        var blocks = root.Map("blocks");
        var key = root.Maps("applicationKey").Select(map =>
        {
            var pair = ((ushort)map.Whole("holding", 0, 0, ushort.MaxValue), (ushort)map.Whole("is", 0, 0, ushort.MaxValue));
            map.Done();
            return pair;
        }).ToList();
        var profile = new ModbusProfile
        {
            Timeout = TimeSpan.FromMilliseconds(root.Whole("timeoutMs", 1000, 20, 60_000)),
            MaxSpan = root.Whole("maxSpan", 125, 1, 125),
            DailyWrites = root.Whole("dailyWrites", 100, 0, 100_000),
            ApplicationKey = key,
            Blocks = blocks is null ? new Dictionary<RegisterKind, IReadOnlyList<(int, int)>>() : Enum.GetValues<RegisterKind>()
                .Where(kind => blocks.Has(Key(kind)))
                .ToDictionary(kind => kind, kind => blocks.Pairs(Key(kind))),
            Pauses = pauses is null ? new Pauses() : new Pauses
            {
                BetweenRequests = Milliseconds(pauses, "betweenRequestsMs", 0),
                AfterConnect = Milliseconds(pauses, "afterConnectMs", 0),
                OnSlaveChange = Milliseconds(pauses, "onSlaveChangeMs", 0),
                BeforeReconnect = Milliseconds(pauses, "beforeReconnectMs", 250),
            },
        };
        pauses?.Done();
        blocks?.Done();
        return profile;
    }

    private static OverrideRecipe ReadRecipe(YamlMap map, IReadOnlyList<PointProfile> points)
    {
        var unlock = map.Map("unlock");
        var recipe = new OverrideRecipe
        {
            Point = map.Text("point", "room.temperature.sp"),
            Unlock = unlock is null ? null : ((ushort)unlock.Whole("holding", 0, 0, ushort.MaxValue), (ushort)unlock.Whole("value", 0, 0, ushort.MaxValue)),
            Apply = [.. map.Maps("apply").Select(step => ReadStep(step, points))],
            Release = [.. map.Maps("release").Select(step => ReadStep(step, points))],
            LocalWhen = [.. map.Maps("localWhen").SelectMany(rule => ReadLocal(rule, points))],
            Settle = Milliseconds(map, "settleMs", 300),
        };
        if (!recipe.Apply.Any(step => step.From == StepValue.Asked) || recipe.Release.Count == 0)
        {
            map.Fault("apply", "a recipe needs apply: with one step of value: asked, and release: to give control back.");
        }

        unlock?.Done();
        map.Done();
        return recipe;
    }

    private static IEnumerable<(string Point, double Value)> ReadLocal(YamlMap rule, IReadOnlyList<PointProfile> points)
    {
        var name = rule.Text("point", "mode");
        var point = Known(rule, "point", name, points);
        var values = rule.Texts("is").Select(text => Value(rule, "is", text, point)).ToList();
        rule.Done();
        return values.Select(value => (name, value));
    }

    private static RecipeStep ReadStep(YamlMap map, IReadOnlyList<PointProfile> points)
    {
        var name = map.Text("write", "room.temperature.sp");
        var point = Known(map, "write", name, points);
        if (point is { Write: null })
        {
            map.Fault("write", $"'{name}' cannot be written: give that point a write: {{ function: 6, min: …, max: … }}");
        }

        var text = map.Text("value", "asked (or previous, or a number)");
        map.Done();
        return text switch
        {
            "asked" => new RecipeStep(name, StepValue.Asked, double.NaN),
            "previous" => new RecipeStep(name, StepValue.Previous, double.NaN),
            _ => new RecipeStep(name, StepValue.Fixed, Value(map, "value", text, point)),
        };
    }

    private static double Value(YamlMap map, string key, string text, PointProfile? point)
    {
        if (point?.Quantity == Quantity.Mode && Enum.TryParse<HeatingMode>(text, out var mode))
        {
            return (double)mode;
        }

        if (text.Length > 0 && !YamlMap.TryNumber(text, out _))
        {
            map.Fault(key, $"'{text}' must be a number, or one of {string.Join(", ", Enum.GetNames<HeatingMode>())} for a mode.");
        }

        return YamlMap.TryNumber(text, out var number) ? number : double.NaN;
    }

    private static PointProfile? Known(YamlMap map, string key, string name, IReadOnlyList<PointProfile> points)
    {
        var point = points.FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.Ordinal));
        if (point is null && name.Length > 0)
        {
            map.Fault(key, $"'{name}' is not a point of this profile: add it to points, or write one of {string.Join(", ", points.Select(known => known.Name))}.");
        }

        return point;
    }

    private static TimeSpan Milliseconds(YamlMap map, string key, int byDefault) =>
        TimeSpan.FromMilliseconds(map.Whole(key, byDefault, 0, 60_000));

#pragma warning disable CA1308 // keys in files are lower case
    private static string Key(RegisterKind kind) => kind.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
