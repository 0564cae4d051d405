using Telemetry.Bench.Uplink;

// backlog HOURS [POINTS] : how fast an outage drains, and how old live values are meanwhile.
// dead SECONDS [WARMUP]  : 200 devices, 20 of them dead, and the period of the others.
// kills ROUNDS [SEED]    : kill -9 of gateway, broker and centre at random moments, then a full account.
switch (args)
{
    case ["backlog", var hours, .. var rest]:
        return await new Backlog(double.Parse(hours), rest is [var points] ? int.Parse(points) : 500).RunAsync();
    case ["kills", var rounds, .. var rest]:
        return await new Kills(int.Parse(rounds), rest is [var seed] ? int.Parse(seed) : 1).RunAsync();
    case ["dead", var seconds, .. var rest]:
        var warmUp = rest is [var first] ? int.Parse(first) : 60;
        var shared = await new Dead(10, 200, 20).RunAsync(warmUp, int.Parse(seconds));
        var alone = await new Dead(200, 200, 20).RunAsync(warmUp, int.Parse(seconds));
        Console.WriteLine(shared && alone ? "goal met: the living keep their period within 5 %" : "GOAL MISSED");
        return shared && alone ? 0 : 1;
    default:
        Console.Error.WriteLine("uplink-bench backlog HOURS [POINTS] | dead SECONDS [WARMUP] | kills ROUNDS [SEED]");
        return 2;
}
