using System.Globalization;
using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Commissioning;

/// <summary><c>gateway watch --frames BUS</c>: every frame of a bus of the running gateway, as it is on the wire.</summary>
internal static class FramesCommand
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(500);

    internal static async Task<int> RunAsync(Screen screen, SiteConfiguration site, string bus, int? port, CancellationToken stop)
    {
        var buses = site.Buses.Select(known => known.Id).ToList();
        if (!buses.Contains(bus, StringComparer.Ordinal))
        {
            return screen.Fail($"Pas de bus « {bus} » dans ce site : {string.Join(", ", buses)}.", $"There is no bus '{bus}' in this site: {string.Join(", ", buses)}.");
        }

        if (port is not { } page || await RunningGateway.FramesAsync(page, bus, 0, stop) is not { } first)
        {
            return screen.Fail(
                "Les trames sont celles de la passerelle en service, et sa page d’état ne répond pas : démarrez-la et donnez --status PORT. Pour une seule lecture, trame comprise : « gateway read ».",
                "The frames are those of the running gateway, and its status page does not answer: start it and give --status PORT. For one read, frame included: 'gateway read'.");
        }

        screen.Say($"Trames de {bus}, jusqu’à Ctrl-C ; → envoyé, ← reçu, heures UTC.", $"Frames of {bus}, until Ctrl-C; → sent, ← received, times in UTC.");
        var last = first.Frames.Count > 0 ? first.Frames[^1].Number : 0;
        while (await NextAsync(stop))
        {
            foreach (var frame in (await RunningGateway.FramesAsync(page, bus, last, stop))?.Frames ?? [])
            {
                last = frame.Number;
                if (screen.IsJson)
                {
                    Screen.Json(new { bus, frame.At, frame.Sent, frame.Bytes });
                }
                else
                {
                    Screen.Line(string.Create(CultureInfo.InvariantCulture, $"{frame.At:HH:mm:ss.fff} {(frame.Sent ? '→' : '←')} {frame.Bytes}"));
                }
            }
        }

        return 0;
    }

    private static async Task<bool> NextAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(Refresh, TimeProvider.System, stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
