using System.Runtime.CompilerServices;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Telemetry.Gateway.Health;

/// <summary>Sends the meter by OTLP where the standard variables say so. Its libraries are not even loaded otherwise: they cost megabytes.</summary>
internal static class OtlpExport
{
    internal const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The exporter, to be disposed at the end; null when nobody asked for one.</summary>
    internal static IDisposable? Start(string gateway) =>
        string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(EndpointKey)) ? null : Load(gateway);

    [MethodImpl(MethodImplOptions.NoInlining)]
#pragma warning disable CA1859 // returns no type of theirs: its very name would load them
    private static IDisposable Load(string gateway) => Sdk.CreateMeterProviderBuilder()
        .ConfigureResource(resource => resource.AddService("telemetry-gateway", serviceVersion: SelfFacts.Version, serviceInstanceId: gateway))
        .AddMeter(GatewayMeter.Name)
        .AddOtlpExporter()
        .Build();
#pragma warning restore CA1859
}
