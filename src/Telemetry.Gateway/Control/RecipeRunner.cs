using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Control;

/// <summary>Reads what a decision needs of one device, and writes a recipe when there is a permit for it. Runs on the bus's thread.</summary>
internal sealed class RecipeRunner(DeviceConfiguration device, IModbusMaster master)
{
    private const int ReadBacks = 3;
    private readonly ModbusProfile _modbus = device.Profile.Modbus!;
    private readonly ModbusTarget _target = new(device.Unit, device.Profile.Modbus!.Pauses, device.Profile.Modbus.Timeout);
    private int _writes;

    /// <summary>What the device says of itself; null when it does not answer.</summary>
    internal DeviceReading? ReadState(OverrideRecipe recipe)
    {
        var started = TimeProvider.System.GetTimestamp();
        try
        {
            var right = _modbus.ApplicationKey.All(key => ReadWord(RegisterKind.Holding, key.Address) == key.Value);
            var local = right && recipe.LocalWhen.Any(rule => ReadValue(rule.Point) is { } value && value.Equals(rule.Value));
            var values = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var point in right ? recipe.Apply.Concat(recipe.Release).Select(step => step.Point).Append(recipe.Point).Distinct(StringComparer.Ordinal) : [])
            {
                if (ReadValue(point) is { } value)
                {
                    values[point] = value;
                }
            }

            return new DeviceReading { Age = TimeProvider.System.GetElapsedTime(started), RightApplication = right, Local = local, Values = values };
        }
        catch (ModbusException)
        {
            return null;
        }
    }

    /// <summary>Writes what differs, waits, and reads all of it back. An override is applied, a release given back.</summary>
    internal RecipeOutcome Run(WritePermit permit, IReadOnlyDictionary<string, double> previous)
    {
        var steps = Steps(permit, previous);
        _writes = 0;
        try
        {
            var outcome = Attempt(permit, steps);
            return outcome.Done ? outcome : Attempt(permit, steps);
        }
        catch (ModbusException failure)
        {
            return new RecipeOutcome(failure.Fault == ModbusFault.Refused ? Refusal.DeviceRejected : Refusal.NoAnswer, TryRead(permit.Recipe.Point), _writes);
        }
    }

    private static List<(string Point, double Value)> Steps(WritePermit permit, IReadOnlyDictionary<string, double> previous)
    {
        var steps = new List<(string, double)>();
        foreach (var step in permit.Order.Kind == OrderKind.Override ? permit.Recipe.Apply : permit.Recipe.Release)
        {
            var value = step.From switch
            {
                StepValue.Asked => permit.Order.Value,
                StepValue.Previous => previous.TryGetValue(step.Point, out var before) ? before : double.NaN,
                _ => step.Fixed,
            };

            // What was never read cannot be put back: that step is left out.
            if (!double.IsNaN(value))
            {
                steps.Add((step.Point, value));
            }
        }

        return steps;
    }

    private RecipeOutcome Attempt(WritePermit permit, List<(string Point, double Value)> steps)
    {
        var unlocked = false;
        foreach (var (name, value) in steps)
        {
            var (register, rule) = Catalogue(name);
            var raw = RegisterDecoder.Encode(register, value);
            if (raw is null || (!rule.Bounds.Contains(value) && register.Values.Count == 0))
            {
                return new RecipeOutcome(Refusal.DeviceRejected, TryRead(permit.Recipe.Point), _writes);
            }

            if (ReadWord(register.Kind, register.Address) == raw)
            {
                continue;
            }

            if (!unlocked && permit.Recipe.Unlock is var (address, code))
            {
                master.Write(_target, 6, address, [code]);
                unlocked = true;
            }

            _writes++;
            master.Write(_target, rule.Function, register.Address, [raw.Value]);
        }

        return ReadBack(permit, steps);
    }

    private RecipeOutcome ReadBack(WritePermit permit, List<(string Point, double Value)> steps)
    {
        var same = false;
        for (var i = 0; i < ReadBacks && !same; i++)
        {
            if (_writes > 0)
            {
                using var settle = new ManualResetEventSlim();
                settle.Wait(permit.Recipe.Settle);
            }

            same = steps.All(step =>
            {
                var (register, _) = Catalogue(step.Point);
                return ReadWord(register.Kind, register.Address) == RegisterDecoder.Encode(register, step.Value);
            });
        }

        return new RecipeOutcome(same ? Refusal.None : Refusal.ReadBackDiffers, TryRead(permit.Recipe.Point), _writes);
    }

    private (RegisterMap Register, WriteRule Rule) Catalogue(string name)
    {
        var profile = device.Find(name)?.Profile;
        return profile is { Register: { } register, Write: { } rule }
            ? (register, rule)
            : throw new InvalidOperationException($"'{name}' is not in the catalogue of writable points.");
    }

    private double? TryRead(string name)
    {
        try
        {
            return ReadValue(name);
        }
        catch (ModbusException)
        {
            return null;
        }
    }

    private double? ReadValue(string name)
    {
        var register = device.Find(name)?.Profile.Register ?? throw new InvalidOperationException($"'{name}' is not a register.");
        Span<ushort> words = stackalloc ushort[register.Span];
        master.Read(_target, register.Kind, (ushort)register.First, words);
        var (value, quality) = RegisterDecoder.Decode(register, words);
        return quality == Quality.Good ? value : null;
    }

    private ushort ReadWord(RegisterKind kind, ushort address)
    {
        Span<ushort> word = stackalloc ushort[1];
        master.Read(_target, kind, address, word);
        return word[0];
    }
}
