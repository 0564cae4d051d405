using Telemetry.Gateway.Drivers.Mqtt;

namespace Telemetry.Gateway.Tests.Drivers.Mqtt;

public sealed class FieldTopicsTests
{
    [Theory]
    [InlineData("a/b", "a/b", true)]
    [InlineData("a/b", "a/b/c", false)]
    [InlineData("a/b/c", "a/b", false)]
    [InlineData("a/+", "a/b", true)]
    [InlineData("a/+", "a", false)]
    [InlineData("a/+", "a/", true)]
    [InlineData("a/+", "a/b/c", false)]
    [InlineData("+/b", "/b", true)]
    [InlineData("a/#", "a", true)]
    [InlineData("a/#", "a/b/c", true)]
    [InlineData("a/#", "ab", false)]
    [InlineData("#", "a/b", true)]
    [InlineData("#", "$SYS/uptime", false)]
    [InlineData("+/uptime", "$SYS/uptime", false)]
    [InlineData("$SYS/#", "$SYS/uptime", true)]
    [InlineData("a/+/c/+", "a/b/c/d", true)]
    [InlineData("a/+/c/+", "a/b/x/d", false)]
    public void Covers_FilterAndTopic(string filter, string topic, bool covers) => Assert.Equal(covers, TopicFilter.Covers(filter, topic));

    [Fact]
    public void Take_TwoDevicesOnOneTopic_BothHear()
    {
        var site = Fields.Site("""
              - { id: pac, name: P, building: b, profile: tasmota-energy, topic: tele/module }
              - { id: sonde, name: S, building: b, profile: tasmota-ds18b20, topic: tele/module }
            """);
        var driver = Fields.Driver(new SetClock(), [.. site.Devices]);

        var samples = driver.Take(Fields.Message("tele/module/SENSOR", """{"ENERGY":{"Power":5,"Total":1},"DS18B20":{"Temperature":21}}"""u8.ToArray()));

        Assert.Equal(
            ["pac power.active", "pac energy.import", "sonde room.temperature"],
            samples.Select(sample => $"{sample.Point.Equipment.Device} {sample.Point.Name}"));
    }

    [Fact]
    public void Take_OneOfTwoDevicesRefuses_TheOtherStillHears()
    {
        var site = Fields.Site("""
              - { id: mauvais, name: M, building: b, profile: wmbusmeters-heat, topic: commun }
              - { id: bon, name: B, building: b, profile: generic-number, topic: commun }
            """);
        var driver = Fields.Driver(new SetClock(), [.. site.Devices]);

        var samples = driver.Take(Fields.Message("commun", "12.5"u8.ToArray()));

        Assert.Equal(("bon", 12.5), (Assert.Single(samples).Point.Equipment.Device, samples[0].Value));
        Assert.Equal(1, driver.Refused);
    }

    [Fact]
    public void Take_TwoMetersOnOneTopic_EachItsOwn()
    {
        var site = Fields.Site("""
              - { id: eau-1, name: E, building: b, profile: wmbusmeters-water, topic: wmbusmeters, member: "01234567" }
              - { id: eau-2, name: E, building: b, profile: wmbusmeters-water, topic: wmbusmeters, member: "11234567" }
            """);
        var driver = Fields.Driver(new SetClock(), [.. site.Devices]);

        var first = driver.Take(Fields.Message("wmbusmeters", """{"id":"01234567","total_m3":1}"""u8.ToArray()));
        var second = driver.Take(Fields.Message("wmbusmeters", """{"id":"11234567","total_m3":2}"""u8.ToArray()));

        Assert.Equal("eau-1", Assert.Single(first).Point.Equipment.Device);
        Assert.Equal("eau-2", Assert.Single(second).Point.Equipment.Device);
        Assert.Equal(0, driver.Refused);
    }

    [Fact]
    public void Filters_SharedTopics_EachOnce()
    {
        var site = Fields.Site("""
              - { id: a, name: A, building: b, profile: sparkplug-device, topic: usine/api1/a }
              - { id: c, name: C, building: b, profile: sparkplug-device, topic: spBv1.0/usine/api1/c }
            """);

        var topics = new FieldTopics(site.Devices.Select(device => new FieldDevice(device)));

        Assert.Equal(["spBv1.0/usine/+/api1", "spBv1.0/usine/+/api1/+"], topics.Filters);
        Assert.Equal(2, topics.Find("spBv1.0/usine/DDATA/api1/a").Count);
        Assert.Empty(topics.Find("spBv1.0/usine/DDATA/api2/a"));
    }
}
