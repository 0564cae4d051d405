namespace FirmwareSim.Physics;

/// <summary>Where the weather comes from.</summary>
internal interface IWeather
{
    /// <summary>The weather at an instant: the same instant always has the same weather.</summary>
    Sky At(DateTimeOffset instant);
}
