namespace Telemetry.Dashboard.Accounts;

/// <summary>Whether a second factor is compulsory for whoever steers or keeps accounts.</summary>
/// <remarks>It is, unless <c>Telemetry:SecondFactor</c> says <c>optional</c>; a demonstration says so by itself, and its sign-in page tells.</remarks>
internal sealed class SecondFactors(IConfiguration configuration)
{
    public const string Key = "Telemetry:SecondFactor";

    public bool Required => configuration[Key] is { Length: > 0 } word
        ? !string.Equals(word, "optional", StringComparison.OrdinalIgnoreCase)
        : !configuration.GetValue<bool>(Services.DemoKey);
}
