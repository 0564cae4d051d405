using Telemetry.Model.Measures;

namespace Telemetry.Gateway.Configuration;

/// <summary>Reads one point of a profile.</summary>
internal static class PointLoader
{
    /// <summary>The points of a profile, each once.</summary>
    internal static IReadOnlyList<PointProfile> ReadAll(YamlMap root, bool modbus)
    {
        var maps = root.Maps("points");
        var points = maps.Select(map => Read(map, modbus)).ToList();
        foreach (var twice in points.GroupBy(point => point.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            root.Fault("points", $"the point '{twice.Key}' is written twice: keep one.");
        }

        if (points.Count == 0)
        {
            root.Fault("points", "a profile needs points: write points: and one '- { point: …, … }' a line.");
        }

        // What a write depends on can stand further down in the list.
        for (var i = 0; modbus && i < points.Count; i++)
        {
            var write = points[i].Write is null ? null : maps[i].Map("write");
            if (write is not null)
            {
                points[i] = points[i] with { Write = points[i].Write! with { After = [.. RecipeLoader.ReadConditions(write, "after", points)] } };
            }
        }

        foreach (var map in maps)
        {
            map.Done();
        }

        return points;
    }

    private static PointProfile Read(YamlMap map, bool modbus)
    {
        var name = map.Text("point", "flow.temperature");
        var quantity = map.Word("quantity", Quantity.Dimensionless);
        var register = modbus ? RegisterLoader.Read(map, quantity) : null;
        if (register is { IsText: true })
        {
            map.Fault("read", $"'{name}' is a text and a point is a number: move it to identity: as - {{ name: {name}, read: {{ … }} }}");
        }

        return new PointProfile
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
            OnRequest = map.Flag("onRequest"),
            Unconfirmed = map.TextOrNull("unconfirmed"),
            Danger = modbus ? map.TextOrNull("danger") : null,
            Write = modbus && map.Map("write") is { } write ? ReadWrite(write, map, register, NeverWritten.Why(name, quantity)) : null,
        };
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

    private static WriteRule? ReadWrite(YamlMap write, YamlMap point, RegisterMap? register, string? never)
    {
        if (never is not null)
        {
            point.Fault("write", $"a point named '{never}' is never written from afar, whatever it is: remove 'write'.");
            return null;
        }

        if (point.TextOrNull("danger") is { } danger)
        {
            point.Fault("write", $"this point is never written from afar ({danger}): remove 'write'.");
            return null;
        }

        if (point.TextOrNull("unconfirmed") is not null)
        {
            point.Fault("write", "what is unconfirmed is read only: try it on a device and remove 'unconfirmed', or remove 'write'.");
            return null;
        }

        if (register is null or { Kind: RegisterKind.Input or RegisterKind.Discrete })
        {
            point.Fault("write", "only a holding register or a coil can be written: remove 'write'.");
            return null;
        }

        if (register.Length > 1 || register.Mask is not null || register.ScaleFrom is not null)
        {
            point.Fault("write", "only a whole value of one register with a fixed scale can be written: remove 'write'.");
            return null;
        }

        return ReadRule(write, register);
    }

    private static WriteRule? ReadRule(YamlMap write, RegisterMap register)
    {
        var function = write.Whole("function", register.IsBit ? 5 : 6, 5, 16);
        if (register.IsBit ? function is not (5 or 15) : function is not (6 or 16))
        {
            write.Fault("function", register.IsBit ? "a coil is written by function 5 or 15." : "a holding register is written by function 6 or 16.");
        }

        var (min, max, step) = (write.Number("min", 0), write.Number("max", register.IsBit ? 1 : double.NaN), write.Number("step", 1, 1e-6));
        var (persistent, settle) = (write.Flag("persistent"), ModbusLoader.Milliseconds(write, "settleMs", 0));
        if (write.Has("after") && write.Maps("after").Count == 0)
        {
            write.Fault("after", "'after' lists what must be written before: write after: [{ point: mode.level, is: [0] }]");
        }

        write.Done();
        if (!(max >= min))
        {
            write.Fault("max", "a writable point needs bounds: write min: and max: with min under max.");
            return null;
        }

        return new WriteRule(function, new Bounds(min, max, step)) { Persistent = persistent, Settle = settle };
    }
}
