using Telemetry.Dashboard.Security;

namespace Telemetry.Dashboard.Pages.Public;

/// <summary>Who publishes the site and what it keeps.</summary>
[PublicPage]
internal sealed class Legal : SitePage;
