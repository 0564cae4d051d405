using Telemetry.Model.Control;
using Telemetry.Model.Measures;
using static System.FormattableString;

namespace Telemetry.Gateway.Configuration;

/// <summary>Reads where a point stands and how it is encoded: <c>read: { holding: 9, as: int16, scale: 0.1 }</c>.</summary>
internal static class RegisterLoader
{
    private const int LongestText = 125;

    /// <summary>The map; null, with problems, when it cannot be used.</summary>
    internal static RegisterMap? Read(YamlMap owner, Quantity quantity)
    {
        if (owner.Map("read") is not { } map)
        {
            owner.Fault("read", "'read' is missing: write read: { holding: 9, as: int16, scale: 0.1 }");
            return null;
        }

        var kinds = Enum.GetValues<RegisterKind>().Where(kind => map.Has(Key(kind))).ToList();
        if (kinds.Count != 1)
        {
            owner.Fault("read", "one table and its address must be given: write holding: 9 (or input, coil, discrete), protocol addresses from 0.");
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
            ScaleFrom = map.Has("scaleFrom") ? (ushort)map.Whole("scaleFrom", 0, 0, ushort.MaxValue) : null,
            TextLength = map.Has("length") ? map.Whole("length", 1, 1, LongestText) : 0,
        };
        register = register with { Mask = ReadMask(map, register), NoValue = ReadNoValue(map, register) };
        var (values, labels) = ReadValues(map, quantity);
        Check(map, register);
        map.Done();
        return register with { Values = values, Labels = labels };
    }

    /// <summary>The key of a table in files.</summary>
#pragma warning disable CA1308 // keys in files are lower case
    internal static string Key(RegisterKind kind) => kind.ToString().ToLowerInvariant();
#pragma warning restore CA1308

    private static void Check(YamlMap map, RegisterMap register)
    {
        if (register.IsBit && register.Type != RegisterType.Bool)
        {
            map.Fault("as", "a coil or a discrete input is one bit: remove 'as', or write as: bool");
        }

        if (register.IsText != register.TextLength > 0)
        {
            map.Fault("length", register.IsText ? "a text needs its registers: write length: 8" : "'length' is for as: text and as: wideText only: remove it.");
        }

        if (register.Address + Math.Max(1, register.Length) > ushort.MaxValue + 1)
        {
            map.Fault(Key(register.Kind), Invariant($"the value needs {register.Length} registers and runs over the last address, 65535: write a smaller address."));
        }

        if (register.Scale == 0)
        {
            map.Fault("scale", "'scale: 0' makes every value 0: write the value of one unit of the register, such as 0.1");
        }

        if (register.ScaleFrom is not null && (register.IsBit || register.IsText || register.Span > ModbusProfile.LongestRead))
        {
            map.Fault("scaleFrom", Invariant($"'scaleFrom' is the register of a power of ten within {ModbusProfile.LongestRead} registers of the value, for numbers: correct the address."));
        }
    }

    private static ulong? ReadMask(YamlMap map, RegisterMap register)
    {
        if (map.Has("bit") && map.Has("mask"))
        {
            map.Fault("mask", "write bit: for one bit or mask: for several, not both.");
            return null;
        }

        var width = Math.Max(1, register.Length) * 16;
        if (map.Has("bit"))
        {
            return 1UL << Math.Min(63, map.Whole("bit", 0, 0, Math.Min(64, width) - 1));
        }

        if (map.TextOrNull("mask") is not { } text)
        {
            return null;
        }

        if (YamlMap.TryBits(text, width, out var mask) && mask != 0)
        {
            return mask;
        }

        map.Fault("mask", Invariant($"'mask: {text}' must be the bits that make the value, within {width} bits: write mask: 0x00FF"));
        return null;
    }

    private static IReadOnlyList<ulong> ReadNoValue(YamlMap map, RegisterMap register)
    {
        var width = register.Type == RegisterType.UInt8 ? 8 : Math.Max(1, register.Length) * 16;
        var codes = new List<ulong>();
        foreach (var text in map.Texts("noValue"))
        {
            if (width <= 64 && YamlMap.TryBits(text, width, out var code))
            {
                codes.Add(code);
            }
            else
            {
                map.Fault("noValue", Invariant($"'{text}' in 'noValue' must be a code that fits in {width} bits: write noValue: [0x7FFF] or [-32768]"));
            }
        }

        return [.. codes];
    }

    private static (Dictionary<int, double> Values, Dictionary<double, string> Labels) ReadValues(YamlMap read, Quantity quantity)
    {
        var values = new Dictionary<int, double>();
        var labels = new Dictionary<double, string>();
        foreach (var (raw, key, map) in Codes(read, "values"))
        {
            if (quantity == Quantity.Mode)
            {
                values[raw] = (double)map.Word(key, HeatingMode.Automatic);
            }
            else if (map.TextOrNull(key) is { } text && !YamlMap.TryNumber(text, out _))
            {
                (values[raw], labels[raw]) = (raw, text);
            }
            else
            {
                values[raw] = map.Number(key, 0);
            }
        }

        foreach (var (raw, key, map) in Codes(read, "labels"))
        {
            labels[raw] = map.Text(key, "no fault");
        }

        return (values, labels);
    }

    private static IEnumerable<(int Raw, string Key, YamlMap Map)> Codes(YamlMap read, string name)
    {
        if (read.Map(name) is not { } map)
        {
            yield break;
        }

        foreach (var key in map.Keys.ToList())
        {
            if (YamlMap.TryNumber(key, out var raw) && raw is >= 0 and <= ushort.MaxValue && raw == Math.Floor(raw))
            {
                yield return ((int)raw, key, map);
            }
            else
            {
                map.Fault(key, $"'{key}' must be the device's own number, 0 to 65535.");
            }
        }
    }
}
