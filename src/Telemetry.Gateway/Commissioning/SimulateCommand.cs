using Telemetry.Gateway.Commissioning.Simulation;
using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Commissioning;

/// <summary><c>gateway simulate</c>: the real gateway on made-up values, so that a centre can be tried before the wiring.</summary>
internal static class SimulateCommand
{
    internal static async Task<int> RunAsync(
        Screen screen, GatewayOptions options, bool yes, Func<GatewayOptions, CancellationToken, Task<int>> run, CancellationToken cancel)
    {
        if (Installation.Load(options.Site, options.Devices, Environment.GetEnvironmentVariable).Value is not { } site)
        {
            return screen.Fail($"{options.Site} ne se lit pas : « gateway check » dit pourquoi.", $"{options.Site} cannot be read: 'gateway check' says why.");
        }

        var broker = GatewayHost.Broker(options);
        var address = FormattableString.Invariant($"{broker.Host}:{broker.Port}");
        switch (await LiveNode.AskAsync(broker, site, cancel))
        {
            case null:
                return screen.Fail(
                    $"Le courtier {address} ne répond pas. Vérifiez TELEMETRY_MQTT (ou --broker), le mot de passe et le pare-feu.",
                    $"The broker {address} does not answer. Check TELEMETRY_MQTT (or --broker), the password and the firewall.");
            case true when !yes:
                return screen.Fail(
                    $"{site.Gateway} est déjà en service : des valeurs inventées se mêleraient aux vraies. Arrêtez la passerelle, ou ajoutez --yes si c’est voulu.",
                    $"{site.Gateway} is already alive: made-up values would mix with real ones. Stop the gateway, or add --yes if you mean it.");
        }

        var devices = screen.Language.Number(site.Devices.Count);
        screen.Say(
            $"SIMULATION de {site.Name} : {devices} équipements, valeurs inventées et marquées douteuses, Site/Simulated = vrai. Ctrl-C pour arrêter.",
            $"SIMULATION of {site.Name}: {devices} devices, values made up and marked suspect, Site/Simulated = true. Ctrl-C to stop.");

        // An outbox of its own: nothing made up ever waits among real values.
        return await run(options with { Simulated = true, Data = Path.Combine(options.Data, "simulated") }, cancel);
    }
}
