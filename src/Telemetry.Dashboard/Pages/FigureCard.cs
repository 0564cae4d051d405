using Telemetry.Analytics.Indicators;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages;

/// <summary>A figure on a page: name, value, and the way to how it was made.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Method">Address of its explanation; null when there is none.</param>
/// <param name="Language">The page's language.</param>
internal sealed record FigureCard(Phrase Name, Figure Figure, string? Method, Language Language);
