using Telemetry.Analytics.Indicators;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Officer;

/// <summary>A figure of the estate with what it is compared with.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Beside">The comparison, or what must be known, in words.</param>
/// <param name="Method">Address of its explanation.</param>
/// <param name="Language">The page's language.</param>
internal sealed record EstateCard(Phrase Name, Figure Figure, string Beside, string Method, Language Language);
