using Telemetry.Analytics.Registry;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Alarms;
using Telemetry.Dashboard.Boilers.Groups;
using Telemetry.Dashboard.Pages.Officer;
using Telemetry.Dashboard.Pages.Technician;
using Telemetry.Dashboard.Reports;
using Telemetry.Dashboard.Security;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Pages.Public;

/// <summary>Every page of the site that the visitor may open.</summary>
[PublicPage]
internal sealed class SiteMap(ITownRegistry registry) : SitePage
{
    private static readonly (string Path, Phrase Name, string Right)[] WithAnAccount =
    [
        ("/chaufferies", SiteWords.Boilers, Rights.ReadBoilers),
        ("/chaufferies/groupe", GroupWords.Title, Rights.SteerBoilers),
        ("/alarmes", AlarmWords.Title, Rights.ReadBoilers),
        ("/alarmes/historique", HistoryWords.Title, Rights.ReadBoilers),
        ("/astreinte", RotaWords.Title, Rights.ReadBoilers),
        ("/passerelles", GatewayWords.Title, Rights.ReadBoilers),
        ("/patrimoine", SiteWords.Estate, Rights.ReadEstate),
        ("/patrimoine/en-direct", EstateWords.LiveTitle, Rights.ReadEstate),
        ("/patrimoine/anomalies", AnomalyWords.Title, Rights.ReadEstate),
        ("/patrimoine/actions", ActionWords.Title, Rights.ReadEstate),
        ("/rapports", ReportWords.Title, Rights.ReadEstate),
        ("/parc", SiteWords.Parc, Rights.ReadParc),
        ("/admin/comptes", SiteWords.Accounts, Rights.KeepAccounts),
        ("/admin/journal", SiteWords.Journal, Rights.ReadJournal),
    ];

    public IReadOnlyList<Building> Buildings => registry.Current.Buildings;

    /// <summary>The pages that the visitor's role opens.</summary>
    public IEnumerable<(string Path, Phrase Name)> Theirs => WithAnAccount.Where(one => User.May(one.Right)).Select(one => (one.Path, one.Name));
}
