using Telemetry.Analytics.Reports;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Streams;
using Telemetry.Dashboard.Live;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages;

/// <summary>What the frame around every page shows.</summary>
internal sealed class SiteFrame(TimeProvider clock, IConfiguration configuration, IServiceProvider services)
{
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(1);

    /// <summary>The town's clock.</summary>
    public TimeProvider Clock => clock;

    /// <summary>Time zone of the hours printed.</summary>
    public TimeZoneInfo Zone => services.GetRequiredService<IFigures>().Zone;

    /// <summary>When the last value came; null when none ever did.</summary>
    public DateTimeOffset? UpdatedAt
    {
        get
        {
            var live = services.GetRequiredService<ILiveValues>();
            return services.GetRequiredService<ITownRegistry>().Current.Points.Max(point => live.Latest(point.Id)?.At);
        }
    }

    /// <summary>The municipality as people write it, from its slug; empty before any gateway announced itself.</summary>
    public string Municipality => Title(services.GetRequiredService<ITownRegistry>().Current.Gateways.Select(one => one.Municipality).FirstOrDefault() ?? "");

    /// <summary>Whether this is a centre people learn on: it must look like no other.</summary>
    public bool IsTraining => configuration.GetValue<bool>(Services.TrainingKey);

    /// <summary>The banner of a simulated town; null in a real one.</summary>
    public string? Banner(Language language)
    {
        var (now, speed) = (clock.GetUtcNow(), Live.Pulse.SpeedOf(clock));
        var (hour, day) = (language.Hour(now, Zone), language.Day(now, Zone));
        if (speed != 1)
        {
            return language.Say(SiteWords.SimulatedFast, language.Number(speed, speed == Math.Floor(speed) ? 0 : 1), hour, day);
        }

        var shifted = (now - TimeProvider.System.GetUtcNow()).Duration() > Noticeable;
        return shifted || configuration.GetValue<bool>(Services.DemoKey) ? language.Say(SiteWords.Simulated, hour, day) : null;
    }

    /// <summary>The clock, for the scripts of a page.</summary>
    public Pulse Pulse() => Live.Pulse.Of(clock);

    // « valmont-sur-orne » is Valmont-sur-Orne: small words of French place names stay small.
    private static string Title(string slug) => string.Join('-', slug.Split('-').Select((word, index) =>
        word.Length == 0 || (index > 0 && word is "sur" or "sous" or "en" or "de" or "du" or "des" or "la" or "le" or "les" or "et" or "lès" or "aux" or "d" or "l")
            ? word
            : char.ToUpperInvariant(word[0]) + word[1..]));
}
