using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Gateway.Tests.Processes;
using Telemetry.Messaging.Mqtt;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Gateway.Tests.Drivers.Mqtt;

/// <summary>The real gateway between two brokers: field devices on one, secured, the centre on the other.</summary>
public sealed class FieldBrokerProcessTests
{
    [Fact]
    public async Task Run_FieldDevicesOnTheirOwnSecuredBroker_ValuesReachTheCentre()
    {
        using var folder = new TemporaryFolder();
        using var field = await SecuredFieldBroker.StartAsync(folder);
        var port = Child.FreePort();
        using var broker = new Child("/usr/sbin/mosquitto", ["-p", port.ToString(CultureInfo.InvariantCulture)]);
        Assert.True(await Wait.ForAsync(() => Child.Listens(port)), string.Join('\n', broker.Lines));
        var heard = new ConcurrentDictionary<string, object?>(StringComparer.Ordinal);
        using var centre = new HostSession("centre", new MqttSettings { Port = port }.LinkFactory("centre", NullLogger.Instance), TimeProvider.System, NullLogger.Instance);
        centre.Received += said =>
        {
            foreach (var metric in said.Payload.Metrics.Where(metric => said.Type == MessageType.DeviceData))
            {
                heard[$"{said.Device} {metric.Name}"] = metric.Value;
            }
        };
        centre.Start();

        using var gateway = new Child(
            Path.Combine(AppContext.BaseDirectory, "gateway"),
            ["run", "--site", Site(folder, field.Port), "--devices", Repository.Devices, "--data", folder.File("data"), "--broker", $"127.0.0.1:{port}"],
            environment: [("FIELD_PASSWORD", "secret")]);
        Assert.True(await Wait.ForAsync(() => gateway.Lines.Any(line => line.Contains("Field messages: link up", StringComparison.Ordinal))), string.Join('\n', gateway.Lines));
        await field.PublishAsync("wmbusmeters/55775511", """{"id":"55775511","status":"OK","total_energy_consumption_kwh":3781,"t1_temperature_c":59.53}""");
        await field.PublishAsync("shellies/prise/relay/0/power", "35.5");

        Assert.True(
            await Wait.ForAsync(() => heard.GetValueOrDefault("chaleur energy.heat") is 3781.0 && heard.GetValueOrDefault("prise power.active") is 35.5),
            string.Join('\n', gateway.Lines) + string.Join(' ', heard.Keys));
        Assert.Equal(59.53, heard["chaleur flow.temperature"]);
    }

    private static string Site(TemporaryFolder folder, int port) => folder.Write("site.yaml", $$"""
        gateway: gw-essai
        name: Essai
        municipality: ville
        fieldBroker:
          address: "127.0.0.1:{{port}}"
          user: terrain
          password: "${FIELD_PASSWORD}"
          ca: {{folder.File("ca.pem")}}
          certificate: {{folder.File("client.pem")}}
          key: {{folder.File("client.key")}}
        buildings: [{ id: b, name: B }]
        devices:
          - { id: chaleur, name: C, building: b, profile: wmbusmeters-heat, topic: wmbusmeters/55775511 }
          - { id: prise, name: P, building: b, profile: shelly-gen1-plug, topic: shellies/prise }
        """);
}
