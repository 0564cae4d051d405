using FirmwareSim.Physics;

namespace FirmwareSim.Control;

/// <summary>The settings of one controller, as a technician left them.</summary>
internal sealed class Settings
{
    private readonly double[] _values = new double[Enum.GetValues<Setting>().Length];

    /// <summary>One value.</summary>
    internal double this[Setting setting]
    {
        get => _values[(int)setting];
        set => _values[(int)setting] = value;
    }

    /// <summary>What the installer of a building left.</summary>
    internal static Settings For(BuildingData data) => new()
    {
        [Setting.RoomDay] = data.Comfort,
        [Setting.RoomNight] = data.Reduced,
        [Setting.Slope] = Math.Round(data.DesignSlope, 1),
        [Setting.Level] = 0,
        [Setting.FlowMin] = 20,
        [Setting.FlowMax] = data.DesignFlow < 50 ? 45 : data.DesignFlow + 5,
        [Setting.SummerLimit] = 16,
        [Setting.FrostLimit] = 3,
        [Setting.FrostRoom] = 8,
        [Setting.ReturnMax] = 65,
        [Setting.PumpPostRun] = 6,
        [Setting.DhwPriority] = 0,
        [Setting.DhwDay] = 60,
        [Setting.DhwNight] = 55,
        [Setting.DhwHysteresis] = 5,
        [Setting.DhwBoost] = 10,
        [Setting.DisinfectionDays] = 1,
        [Setting.DisinfectionStart] = 120,
        [Setting.DisinfectionMinutes] = 120,
        [Setting.DisinfectionC] = 70,
        [Setting.TotalStop] = 1,
    };

    /// <summary>All values in the order of <see cref="Setting"/>.</summary>
    internal double[] Remember() => [.. _values];

    /// <summary>Takes back what <see cref="Remember"/> gave.</summary>
    internal void Recall(double[] memory)
    {
        if (memory.Length == _values.Length)
        {
            memory.CopyTo(_values, 0);
        }
    }
}
