using Telemetry.Analytics.Registry;
using Telemetry.Dashboard.Security;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Pages.Public;

/// <summary>Every page of the site.</summary>
[PublicPage]
internal sealed class SiteMap(ITownRegistry registry) : SitePage
{
    public IReadOnlyList<Building> Buildings => registry.Current.Buildings;
}
