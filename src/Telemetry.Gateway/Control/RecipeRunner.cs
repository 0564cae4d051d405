using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Control;

/// <summary>Reads what a decision needs of one device, and writes a recipe when there is a permit for it. Runs on the bus's thread.</summary>
internal sealed class RecipeRunner(DeviceConfiguration device, IModbusMaster master)
{
    private const int Retries = 2;

    /// <summary>When to look whether a write was taken, as shares of the device's own time to settle: most have taken it long before.</summary>
    private static readonly double[] Looks = [1.0 / 3, 1, 2, 3];

    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(10);
    private readonly ModbusProfile _modbus = device.Profile.Modbus!;
    private readonly ModbusTarget _target = new(device.Unit, device.Profile.Modbus!.Pauses, device.Profile.Modbus.Timeout);
    private static readonly Dictionary<string, double> Nothing = new(StringComparer.Ordinal);
    private int _writes;
    private Action? _sent;

    /// <summary>What the device says of itself; null when it does not answer.</summary>
    /// <param name="recipe">Its points are read.</param>
    /// <param name="besides">And these.</param>
    internal DeviceReading? ReadState(OverrideRecipe recipe, IEnumerable<string>? besides = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        try
        {
            var right = _modbus.ApplicationKey.All(key => ReadWord(RegisterKind.Holding, key.Address) == key.Value);
            var switches = right ? recipe.LocalWhen.Select(rule => (Said: ReadValue(rule.Point), rule.Value)).ToList() : [];
            var values = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var point in right ? recipe.Apply.Concat(recipe.Release).Concat(recipe.Modes.Values.SelectMany(steps => steps)).Select(step => step.Point).Append(recipe.Point).Concat(besides ?? []).Distinct(StringComparer.Ordinal) : [])
            {
                if (ReadValue(point) is { } value)
                {
                    values[point] = value;
                }
            }

            return new DeviceReading { Age = TimeProvider.System.GetElapsedTime(started), RightApplication = right, Local = switches.Exists(one => one.Said.Equals(one.Value)), LocalUnclear = switches.Exists(one => one.Said is null), Values = values };
        }
        catch (ModbusException)
        {
            return null;
        }
    }

    /// <summary>Writes what differs, waits, and reads all of it back; twice more if it does not read so, within ten seconds.</summary>
    /// <param name="permit">What may be written.</param>
    /// <param name="before">What the device read in this same piece of work, on which the permit rests: it is not asked again.</param>
    /// <param name="sent">Called once, when the device has taken the first write.</param>
    internal RecipeOutcome Run(WritePermit permit, DeviceReading before, Action? sent = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        _writes = 0;
        _sent = sent;
        try
        {
            var outcome = Attempt(permit, before.Values);
            for (var retry = 0; retry < Retries && outcome.Refusal == Refusal.ReadBackDiffers && TimeProvider.System.GetElapsedTime(started) < LongestRun; retry++)
            {
                outcome = Attempt(permit, Nothing);
            }

            return outcome;
        }
        catch (ModbusException failure)
        {
            return new RecipeOutcome(failure.Fault == ModbusFault.Refused ? Refusal.DeviceRejected : Refusal.NoAnswer, TryRead(permit.Recipe.Point), _writes);
        }
    }

    private RecipeOutcome Attempt(WritePermit permit, IReadOnlyDictionary<string, double> known)
    {
        var unlocked = false;
        foreach (var (name, value) in permit.Steps)
        {
            var (register, rule) = Catalogue(name);
            var raw = RegisterDecoder.Encode(register, value);
            if (raw is not null && (known.TryGetValue(name, out var present) ? RegisterDecoder.Encode(register, present) : ReadWord(register.Kind, register.Address)) == raw)
            {
                continue;
            }

            if (raw is null || (!rule.Bounds.Contains(value) && register.Values.Count == 0))
            {
                return new RecipeOutcome(Refusal.DeviceRejected, TryRead(permit.Recipe.Point), _writes);
            }

            if (!unlocked && permit.Recipe.Unlock is var (address, code))
            {
                master.Write(_target, 6, address, [code]);
                unlocked = true;
            }

            _writes++;
            master.Write(_target, rule.Function, register.Address, [raw.Value]);
            _sent?.Invoke();
            _sent = null;
        }

        return ReadBack(permit);
    }

    private RecipeOutcome ReadBack(WritePermit permit)
    {
        var (same, waited, readBack) = (false, 0.0, (double?)null);
        for (var look = 0; look < Looks.Length && !same; look++)
        {
            if (_writes > 0)
            {
                using var settle = new ManualResetEventSlim();
                settle.Wait(permit.Recipe.Settle * (Looks[look] - waited));
                waited = Looks[look];
            }

            same = true;
            foreach (var (name, value) in permit.Steps)
            {
                var (register, _) = Catalogue(name);
                var word = ReadWord(register.Kind, register.Address);
                if (string.Equals(name, permit.Recipe.Point, StringComparison.Ordinal))
                {
                    readBack = RegisterDecoder.Decode(register, [word]) is (var heard, Quality.Good) ? heard : null;
                }

                same &= word == RegisterDecoder.Encode(register, value);
            }
        }

        return new RecipeOutcome(same ? Refusal.None : Refusal.ReadBackDiffers, readBack ?? TryRead(permit.Recipe.Point), _writes);
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
