using System.CommandLine;
using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Commissioning;

/// <summary>What <c>gateway read</c> may be told.</summary>
internal sealed class ReadOptions(Option<string?> site, Option<string?> devices)
{
    private readonly Argument<string?> _point = new("point") { Description = "DEVICE/POINT of the site file, such as chaufferie/flow.temperature.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _tcp = new("--tcp") { Description = "HOST:PORT of a device or converter that speaks Modbus TCP." };
    private readonly Option<string?> _rtu = new("--rtu") { Description = "HOST:PORT of a converter that carries RTU frames." };
    private readonly Option<string?> _serial = new("--serial") { Description = "A serial port and its settings: \"/dev/ttyUSB0 9600 8E1\"." };
    private readonly Option<int> _unit = new("--unit") { Description = "The unit on the line, 0 to 255.", DefaultValueFactory = _ => 1 };
    private readonly Option<int?> _holding = new("--holding") { Description = "Address of a holding register, from 0 as in the frame." };
    private readonly Option<int?> _input = new("--input") { Description = "Address of an input register, from 0." };
    private readonly Option<int?> _coil = new("--coil") { Description = "Address of a coil, from 0." };
    private readonly Option<int?> _discrete = new("--discrete") { Description = "Address of a discrete input, from 0." };
    private readonly Option<int> _count = new("--count") { Description = "How many registers, 1 to 125.", DefaultValueFactory = _ => 2 };
    private readonly Option<int> _timeout = new("--timeout") { Description = "Longest wait for the answer in ms.", DefaultValueFactory = _ => 1000 };

    internal Command Command(Func<ParseResult, Screen> screen, Func<ParseResult, GatewayOptions?> options)
    {
        var command = new Command("read", "Reads one point or one address: the frames in hex, the four decodings, the profile's value.")
        {
            _point, site, devices, _tcp, _rtu, _serial, _unit, _holding, _input, _coil, _discrete, _count, _timeout,
        };
        command.SetAction((parsed, cancel) => Task.Run(() => Run(screen(parsed), parsed, options(parsed), cancel), cancel));
        return command;
    }

    private int Run(Screen screen, ParseResult parsed, GatewayOptions? options, CancellationToken cancel)
    {
        if (parsed.GetValue(_point) is { } point)
        {
            return options is null
                ? screen.Fail("De quel site ? Ajoutez --site FICHIER.yaml.", "Of which site? Add --site FILE.yaml.")
                : ReadCommand.RunPoint(screen, options, point, cancel);
        }

        (RegisterKind Kind, int? Address)[] given =
            [(RegisterKind.Holding, parsed.GetValue(_holding)), (RegisterKind.Input, parsed.GetValue(_input)), (RegisterKind.Coil, parsed.GetValue(_coil)), (RegisterKind.Discrete, parsed.GetValue(_discrete))];
        var bus = Line(parsed, out var problem);
        var chosen = given.Where(pair => pair.Address is not null).ToList();
        if (bus is null || chosen.Count != 1)
        {
            return screen.Fail(
                problem ?? "Que lire ? Un point : gateway read chaufferie/flow.temperature --site FICHIER.yaml ; ou une adresse : gateway read --tcp 192.168.1.10:502 --unit 1 --holding 0 --count 2.",
                problem ?? "Read what? A point: gateway read chaufferie/flow.temperature --site FILE.yaml; or an address: gateway read --tcp 192.168.1.10:502 --unit 1 --holding 0 --count 2.");
        }

        var (unit, address, count, timeout) = (parsed.GetValue(_unit), chosen[0].Address!.Value, parsed.GetValue(_count), parsed.GetValue(_timeout));
        if (unit is < 0 or > 255 || address is < 0 or > 65_535 || count is < 1 or > 125 || address + count > 65_536 || timeout is < 10 or > 60_000)
        {
            return screen.Fail("Hors limites : unité 0 à 255, adresse 0 à 65535, 1 à 125 registres, délai 10 à 60000 ms.", "Out of bounds: unit 0 to 255, address 0 to 65535, 1 to 125 registers, timeout 10 to 60000 ms.");
        }

        return ReadCommand.RunAddress(screen, bus, (byte)unit, chosen[0].Kind, (ushort)address, count, TimeSpan.FromMilliseconds(timeout), cancel);
    }

    private BusConfiguration? Line(ParseResult parsed, out string? problem)
    {
        problem = null;
        return parsed.GetValue(_serial) is { } serial ? LineOptions.Serial(serial, out problem)
            : parsed.GetValue(_rtu) is { } rtu ? LineOptions.RtuOverTcp(rtu)
            : parsed.GetValue(_tcp) is { } tcp ? LineOptions.Tcp(tcp)
            : null;
    }
}
