using Telemetry.Gateway;
using Telemetry.Gateway.Commissioning;

return await CommandLine.Build(GatewayHost.RunAsync).Parse(args).InvokeAsync();
