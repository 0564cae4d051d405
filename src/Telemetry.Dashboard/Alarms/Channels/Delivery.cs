namespace Telemetry.Dashboard.Alarms.Channels;

/// <summary>How a try to deliver went.</summary>
/// <param name="IsSent">The other end took it.</param>
/// <param name="Trouble">What went wrong; empty when nothing did.</param>
/// <param name="IsHopeless">Trying again would not help.</param>
/// <param name="NotBefore">How long the other end asks to be left alone; null when it did not say.</param>
internal sealed record Delivery(bool IsSent, string Trouble = "", bool IsHopeless = false, TimeSpan? NotBefore = null)
{
    public static Delivery Sent { get; } = new(true);

    public static Delivery Later(string trouble, TimeSpan? notBefore = null) => new(false, trouble, NotBefore: notBefore);

    public static Delivery Never(string trouble) => new(false, trouble, IsHopeless: true);
}
