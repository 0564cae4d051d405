using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Commissioning.Scanning;

/// <summary>Which profiles a device may be: its application key settles it; else what its registers say must be plausible.</summary>
internal static class ProfileFit
{
    /// <summary>Reads spent on one profile: a scan is short.</summary>
    private const int MostReads = 4;

    /// <summary>Share of plausible points under which a profile is not named.</summary>
    private const double Enough = 0.7;

    private static readonly EquipmentId Nobody = new("scan", "scan", "scan");

    /// <summary>The best three, the sure ones first.</summary>
    internal static IReadOnlyList<Fit> Rank(IEnumerable<DeviceProfile> profiles, Probe probe, byte unit)
    {
        var fits = profiles.Where(profile => profile.Modbus is not null).Select(profile => Try(profile, probe, unit)).OfType<Fit>()
            .OrderByDescending(fit => fit.Sure).ThenByDescending(fit => fit.Plausible).ToList();
        return fits.Exists(fit => fit.Sure) ? [.. fits.Where(fit => fit.Sure)] : [.. fits.Take(3)];
    }

    private static Fit? Try(DeviceProfile profile, Probe probe, byte unit)
    {
        var modbus = profile.Modbus!;
        if (modbus.ApplicationKey.Count > 0)
        {
            return modbus.ApplicationKey.All(key => probe.Read(unit, modbus.Pauses, RegisterKind.Holding, key.Address, 1) is [var word] && word == key.Value)
                ? new Fit(profile.Id, modbus.ApplicationKey.Count, modbus.ApplicationKey.Count, Sure: true)
                : null;
        }

        if (modbus.SunSpec.Count > 0)
        {
            return probe.HasModel(unit, modbus.Pauses, modbus.SunSpec) ? new Fit(profile.Id, 1, 1, Sure: true) : null;
        }

        var (plausible, of) = (0, 0);
        foreach (var block in ReadPlan.For(profile.Points.Select(Installed), modbus).Take(MostReads))
        {
            if (probe.Read(unit, modbus.Pauses, block.Kind, block.Address, block.Count) is not { } words)
            {
                // A cousin of the model may lack a part of its tables: what is not served says nothing.
                continue;
            }

            of += block.Points.Count;
            plausible += block.Points.Count(point => IsPlausible(point, words.AsSpan(point.Profile.Register!.First - block.Address, point.Profile.Register.Span)));
        }

        return of > 0 && plausible >= of * Enough ? new Fit(profile.Id, plausible, of, Sure: false) : null;
    }

    /// <summary>Decodes and lies in the band; and a fraction is not dust: integers read as fractions give 9E-39, which is rounded to 0.</summary>
    internal static bool IsPlausible(DevicePoint point, ReadOnlySpan<ushort> words)
    {
        var register = point.Profile.Register!;
        var (value, quality) = RegisterDecoder.Decode(register, words);
        var dust = value == 0 && register.Type is (RegisterType.Float32 or RegisterType.Float64) && words.ContainsAnyExcept((ushort)0);
        return quality == Quality.NoSensor || (quality == Quality.Good && !dust && (point.Band is not { } band || (value >= band.Min && value <= band.Max)));
    }

    private static DevicePoint Installed(PointProfile profile) => new()
    {
        Point = new Point { Id = new PointId(Nobody, profile.Name), Quantity = profile.Quantity, Unit = profile.Unit },
        Profile = profile,
        Band = profile.Band,
    };

    /// <summary>How well a profile fits.</summary>
    /// <param name="Profile">Its id.</param>
    /// <param name="Plausible">Points that read as they may.</param>
    /// <param name="Of">Points read.</param>
    /// <param name="Sure">The device's own key says so.</param>
    internal sealed record Fit(string Profile, int Plausible, int Of, bool Sure);
}
