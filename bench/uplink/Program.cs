using Telemetry.Bench.Uplink;

// backlog HOURS [POINTS] : how fast an outage drains, and how old live values are meanwhile.
// kills ROUNDS [SEED]    : kill -9 of gateway, broker and centre at random moments, then a full account.
switch (args)
{
    case ["backlog", var hours, .. var rest]:
        return await new Backlog(double.Parse(hours), rest is [var points] ? int.Parse(points) : 500).RunAsync();
    case ["kills", var rounds, .. var rest]:
        return await new Kills(int.Parse(rounds), rest is [var seed] ? int.Parse(seed) : 1).RunAsync();
    default:
        Console.Error.WriteLine("uplink-bench backlog HOURS [POINTS] | kills ROUNDS [SEED]");
        return 2;
}
