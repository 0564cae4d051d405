namespace Telemetry.Gateway.Control;

/// <summary>How far the look for an effect has come. The number is kept on disk: never renumber.</summary>
internal enum EffectWatch
{
    /// <summary>Not begun, or nothing to see it by.</summary>
    None = 0,

    /// <summary>Looked for.</summary>
    Waiting = 1,

    /// <summary>Seen, or given up: told.</summary>
    Told = 2,
}
