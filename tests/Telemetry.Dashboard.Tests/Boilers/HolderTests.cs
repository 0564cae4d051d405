using Telemetry.Dashboard.Tests.Canned;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Tests.Boilers;

/// <summary>Who keeps a plant, by the gateway's own word.</summary>
public sealed class HolderTests
{
    private const string Boiler = "/chaufferies/gw-ecole/chaufferie";

    [Fact]
    public async Task Reservation_ToldByTheGateway_IsShownWithItsOwnEnd_ToOthersAndToOneself()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        site.Orders.Send(new Order
        {
            Id = Guid.NewGuid(), Kind = OrderKind.Reserve, Point = new(Valmont.BoilerOf("gw-ecole"), "reservation"), Value = 1, By = "camille", Reason = "",
            Until = site.Clock.Now.AddMinutes(2), RequestedAt = site.Clock.Now, ExpiresAt = site.Clock.Now.AddMinutes(2),
        });
        site.Orders.Report(OrderState.Confirmed);
        Assert.Contains("camille travaille sur cette chaufferie jusqu'à 14:17", await PageAsync(browser), StringComparison.Ordinal);

        // The gateway says otherwise a minute later: work went on, and then was over.
        site.Clock.Now = site.Clock.Now.AddMinutes(1);
        site.Values.Tell("gw-ecole", "reservation.until", site.Clock.Now.AddMinutes(20).ToUnixTimeSeconds());
        Assert.Contains("camille travaille sur cette chaufferie jusqu'à 14:23", await PageAsync(browser), StringComparison.Ordinal);
        site.Clock.Now = site.Clock.Now.AddMinutes(1);
        site.Values.Tell("gw-ecole", "reservation.until", double.NaN);
        Assert.DoesNotContain("travaille sur cette chaufferie jusqu", await PageAsync(browser), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reservation_OfSomebodyWeDoNotKnow_IsShownAllTheSame()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        site.Values.Tell("gw-ecole", "reservation.until", site.Clock.Now.AddMinutes(10).ToUnixTimeSeconds());

        Assert.Contains("Quelqu'un travaille sur cette chaufferie jusqu'à 14:12", await PageAsync(browser), StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(HttpClient browser) => Html.Text(await browser.GetStringAsync(Boiler, TestContext.Current.CancellationToken));
}
