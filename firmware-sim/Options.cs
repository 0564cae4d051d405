using System.Globalization;
using System.Net;
using FirmwareSim.Mqtt;

namespace FirmwareSim;

/// <summary>What the command line and the environment ask for.</summary>
internal sealed record Options
{
    internal const string Usage = """
        firmware-sim [--broker HOST:PORT] [--seed N] [--scenario FILE] [--weather FILE.csv[#STATION]] [--books FILE.json] [--modbus-delay MS]

          --broker HOST:PORT    MQTT broker (127.0.0.1:1883); user and password from TELEMETRY_MQTT_USER and TELEMETRY_MQTT_PASSWORD
          --seed N              another town with the same seed is the same town (1)
          --scenario FILE       faults to switch on, a YAML list (see firmware-sim/Scenarios)
          --weather FILE        measured weather instead of the seeded one: columns station, time_utc, t_c; .gz allowed
          --books FILE.json     write the town's own truth there, and its state beside it
          --modbus-delay MS     time a Modbus device takes to answer (5)

        Environment: TOWN_ECOLE, TOWN_GYMNASE_ECL, TOWN_GYMNASE_METER, TOWN_MAIRIE, TOWN_CRECHE_ECL (HOST:PORT), TELEMETRY_CLOCK.
        """;

    internal Broker Broker { get; init; } = new("127.0.0.1", 1883, null, null);

    internal int Seed { get; init; } = 1;

    internal string? Scenario { get; init; }

    internal string? Weather { get; init; }

    internal string? Books { get; init; }

    internal TimeSpan ModbusDelay { get; init; } = TimeSpan.FromMilliseconds(5);

    internal string? Clock { get; init; }

    internal required IPEndPoint School { get; init; }

    internal required IPEndPoint GymnasiumBoiler { get; init; }

    internal required IPEndPoint GymnasiumMeter { get; init; }

    internal required IPEndPoint TownHall { get; init; }

    internal required IPEndPoint NurseryBoiler { get; init; }

    /// <summary>Reads both.</summary>
    /// <exception cref="FormatException">Something cannot be read; the message says what to write.</exception>
    internal static Options Parse(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        var options = new Options
        {
            School = Address("TOWN_ECOLE", 15021, environment),
            GymnasiumBoiler = Address("TOWN_GYMNASE_ECL", 15022, environment),
            GymnasiumMeter = Address("TOWN_GYMNASE_METER", 15023, environment),
            TownHall = Address("TOWN_MAIRIE", 15024, environment),
            NurseryBoiler = Address("TOWN_CRECHE_ECL", 15025, environment),
            Clock = environment(Town.TownClock.Variable),
        };
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : throw new FormatException($"{args[i]} needs a value.");
            options = args[i] switch
            {
                "--broker" => options with { Broker = BrokerAt(value) },
                "--seed" => options with { Seed = Whole(args[i], value) },
                "--scenario" => options with { Scenario = value },
                "--weather" => options with { Weather = value },
                "--books" => options with { Books = Path.GetFullPath(value) },
                "--modbus-delay" => options with { ModbusDelay = TimeSpan.FromMilliseconds(Whole(args[i], value)) },
                _ => throw new FormatException($"unknown option {args[i]}."),
            };
        }

        return options with
        {
            Broker = options.Broker with { User = environment("TELEMETRY_MQTT_USER"), Password = environment("TELEMETRY_MQTT_PASSWORD") },
        };
    }

    private static Broker BrokerAt(string text) =>
        text.LastIndexOf(':') is > 0 and var colon && ushort.TryParse(text.AsSpan(colon + 1), CultureInfo.InvariantCulture, out var port)
            ? new Broker(text[..colon].Trim('[', ']'), port, null, null)
            : throw new FormatException($"--broker: '{text}' must look like HOST:PORT.");

    private static int Whole(string name, string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= 0
        ? number
        : throw new FormatException($"{name}: '{text}' must be a whole number of at least 0.");

    private static IPEndPoint Address(string variable, int port, Func<string, string?> environment)
    {
        var text = environment(variable);
        if (string.IsNullOrWhiteSpace(text))
        {
            return new IPEndPoint(IPAddress.Loopback, port);
        }

        return IPEndPoint.TryParse(text.Replace("localhost", "127.0.0.1", StringComparison.Ordinal), out var address) && text.Contains(':', StringComparison.Ordinal)
            ? address
            : throw new FormatException($"{variable}: '{text}' must look like 127.0.0.1:{port}.");
    }
}
