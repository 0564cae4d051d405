using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Control;

namespace Telemetry.Gateway.Tests.Control.Histories;

/// <summary>No history of orders, faults, clock jumps and deaths reaches a forbidden write. A million of them: <c>bench/orders/run</c>.</summary>
public sealed class HistoryTests
{
    [Fact]
    public void Live_RandomHistories_NoForbiddenWriteNoneLostLateOrTwice()
    {
        var school = Installation.Load(Repository.Site("ecole"), Repository.Devices, _ => null).Value!.Devices.First(device => device.Equipment.Id.Device == "chaufferie");
        var (orders, writes, deaths, slopes, tanks) = (0, 0, 0, 0, 0);
        for (var seed = 1; seed <= 600; seed++)
        {
            using var history = new History(seed, school, ControlFile.Open(":memory:", out _));
            var wrongs = history.Live(30);
            Assert.True(wrongs.Count == 0, $"seed {seed}: {string.Join("; ", wrongs)}");
            (orders, writes, deaths) = (orders + history.Orders, writes + history.Writes, deaths + history.Deaths);
            (slopes, tanks) = (slopes + history.Kept.Slopes, tanks + history.Kept.HotTanks);
        }

        // Histories in which nothing happens prove nothing.
        Assert.True(orders > 5000 && writes > 1500 && deaths > 800, $"{orders} orders, {writes} writes, {deaths} deaths");
        Assert.True(slopes > 100 && tanks > 20, $"{slopes} slopes, {tanks} hot tanks");
    }
}
