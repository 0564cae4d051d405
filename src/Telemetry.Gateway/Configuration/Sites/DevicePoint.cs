using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Configuration;

/// <summary>A point as it is installed: the profile's, with what the site says of it.</summary>
internal sealed record DevicePoint
{
    internal required Point Point { get; init; }

    internal required PointProfile Profile { get; init; }

    internal Band? Band { get; init; }

    /// <summary>What else its values are judged by.</summary>
    internal PointJudgement Judgement { get; init; } = new();

    /// <summary>Value of one unit of the message's field, as installed.</summary>
    internal double Scale { get; init; } = 1;

    /// <summary>Read at one poll of its device in so many.</summary>
    internal int Every { get; init; } = 1;

    /// <summary>Smallest change worth telling.</summary>
    internal double Deadband { get; init; }
}
