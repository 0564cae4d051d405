using Telemetry.Dashboard.Security;

namespace Telemetry.Dashboard.Pages.Public;

/// <summary>The accessibility statement, in the order the rule imposes.</summary>
[PublicPage]
internal sealed class Accessibility : SitePage;
