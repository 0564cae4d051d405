using Telemetry.Model.Control;
using Telemetry.Model.Measures;

namespace Telemetry.Gateway.Configuration;

/// <summary>Reads how a temporary set point is applied and taken back.</summary>
internal static class RecipeLoader
{
    /// <summary>The recipe; null when the device has none.</summary>
    internal static OverrideRecipe? Read(YamlMap root, IReadOnlyList<PointProfile> points)
    {
        if (root.Map("override") is not { } map)
        {
            return null;
        }

        var unlock = map.Map("unlock");
        var recipe = new OverrideRecipe
        {
            Point = map.Text("point", "room.temperature.sp"),
            Unlock = unlock is null ? null : ((ushort)unlock.Whole("holding", 0, 0, ushort.MaxValue), (ushort)unlock.Whole("value", 0, 0, ushort.MaxValue)),
            Apply = [.. map.Maps("apply").Select(step => ReadStep(step, points))],
            Release = [.. map.Maps("release").Select(step => ReadStep(step, points))],
            Modes = ReadModes(map.Map("modes"), points),
            LocalWhen = [.. map.Maps("localWhen").SelectMany(rule => ReadLocal(rule, points))],
        };
        var slowest = recipe.Apply.Concat(recipe.Release).Concat(recipe.Modes.Values.SelectMany(steps => steps)).Select(step => Named(points, step.Point)?.Write?.Settle ?? TimeSpan.Zero).DefaultIfEmpty().Max();
        var settle = ModbusLoader.Milliseconds(map, "settleMs", 300);
        if (!recipe.Apply.Any(step => step.From == StepValue.Asked) || recipe.Release.Count == 0)
        {
            map.Fault("apply", "a recipe needs apply: with one step of value: asked, and release: to give control back.");
        }

        foreach (var steps in recipe.Modes.Values.Append(recipe.Apply))
        {
            CheckOrder(map, steps, points);
        }

        unlock?.Done();
        map.Done();
        return recipe with { Settle = settle > slowest ? settle : slowest };
    }

    /// <summary>Points a write depends on, written <c>after: [{ point: mode.level, is: [0] }]</c>.</summary>
    internal static IEnumerable<(string Point, double Value)> ReadConditions(YamlMap map, string key, IReadOnlyList<PointProfile> points) =>
        map.Maps(key).SelectMany(rule => ReadLocal(rule, points)).ToList();

    private static Dictionary<HeatingMode, IReadOnlyList<RecipeStep>> ReadModes(YamlMap? map, IReadOnlyList<PointProfile> points)
    {
        var modes = new Dictionary<HeatingMode, IReadOnlyList<RecipeStep>>();
        foreach (var key in map?.Keys ?? [])
        {
            // Automatic is the release; by hand nothing protects from frost: neither is ever asked of a device.
            if (!Enum.TryParse<HeatingMode>(key, out var mode) || mode is HeatingMode.Automatic or HeatingMode.Manual || !Enum.IsDefined(mode))
            {
                map!.Fault(key, $"'{key}' is no mode that may be asked: write one of Comfort, Reduced, Frost, Standby.");
                continue;
            }

            modes[mode] = [.. map!.Maps(key).Select(step => ReadStep(step, points))];
            if (modes[mode].Any(step => Named(points, step.Point)?.Quantity == Quantity.Mode && step.Fixed.Equals((double)HeatingMode.Manual)))
            {
                map.Fault(key, "no mode is made of the device's manual mode, in which nothing protects from frost: write another.");
            }
        }

        map?.Done();
        return modes;
    }

    /// <summary>A device that needs its level coil first says yes to the rest and does nothing: the recipe must have the order right.</summary>
    private static void CheckOrder(YamlMap map, IReadOnlyList<RecipeStep> steps, IReadOnlyList<PointProfile> points)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            foreach (var (point, value) in Named(points, steps[i].Point)?.Write?.After ?? [])
            {
                if (!steps.Take(i).Any(earlier => string.Equals(earlier.Point, point, StringComparison.Ordinal) && earlier.Fixed.Equals(value)))
                {
                    map.Fault("apply", FormattableString.Invariant($"'{steps[i].Point}' works only after {point} is {value}: put - {{ write: {point}, value: {value} }} before it."));
                }
            }
        }
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
        var point = Named(points, name);
        if (point is null && name.Length > 0)
        {
            map.Fault(key, $"'{name}' is not a point of this profile: add it to points, or write one of {string.Join(", ", points.Select(known => known.Name))}.");
        }

        if (point is { OnRequest: true })
        {
            map.Fault(key, $"'{name}' is needed for orders: remove 'onRequest' from that point.");
        }

        return point;
    }

    private static PointProfile? Named(IReadOnlyList<PointProfile> points, string name) =>
        points.FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.Ordinal));
}
