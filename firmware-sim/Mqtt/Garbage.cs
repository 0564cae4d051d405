namespace FirmwareSim.Mqtt;

/// <summary>Payloads that no device should send, and that some do.</summary>
internal static class Garbage
{
    private static readonly string[] Payloads =
    [
        """{"Time":"2026-11-""", "", "null", "[]", "nan", "{\"ENERGY\":{\"Total\":\"beaucoup\",\"Power\":null}}",
        "{\"COUNTER\":{\"C1\":-1}}", "{\"temperature\":\"--\",\"humidity\":1e400}", "\u0000\u0001\u0002",
    ];

    private static int _next;

    /// <summary>One after another.</summary>
    internal static string Next() => Payloads[(Interlocked.Increment(ref _next) & int.MaxValue) % Payloads.Length];
}
