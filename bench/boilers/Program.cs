using System.Globalization;
using Telemetry.Bench.Boilers;

// latency [--gateways N] [--each N] [--orders N] : order to read-back, and to the page.
// kills [--kills N] [--seed N]                   : kill -9 of gateway or centre in the middle of orders, then a full account.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int Option(string name, int usual) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : usual;
switch (args.FirstOrDefault())
{
    case "latency":
        return await new Latency(Option("--gateways", 20), Option("--each", 10), Option("--orders", 800)).RunAsync();
    case "kills":
        return await new Kills(Option("--kills", 1000), Option("--seed", 1)).RunAsync();
    default:
        Console.Error.WriteLine("boilers-bench latency [--gateways N] [--each N] [--orders N] | kills [--kills N] [--seed N]");
        return 2;
}
