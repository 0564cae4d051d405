using static System.FormattableString;

namespace Telemetry.Gateway.Drivers.Modbus.Serial;

/// <summary>Says why a serial port does not work and what to do about it.</summary>
internal static class SerialTrouble
{
    internal static ModbusException Of(string path, int error) => new(ModbusFault.NoLink, $"{path}: {Why(path, error)}");

    internal static ModbusException Unplugged(string path) =>
        new(ModbusFault.NoLink, $"{path}: the port is gone (adapter unplugged or reset). It is opened again when it is back.{Advice(path)}");

    private static string Why(string path, int error) => error switch
    {
        Libc.NoSuchFile or Libc.NoSuchAddress or Libc.NoSuchDevice => $"no such port. {Existing()}{Advice(path)}",
        Libc.Busy or Libc.Again => $"another program holds the port. {Holder(path)}",
        Libc.AccessDenied or Libc.NotPermitted => "not allowed. Add the gateway's user to the group dialout: sudo usermod -aG dialout USER",
        Libc.NotATerminal => "not a serial port.",
        Libc.InputOutput => $"the port fails (adapter unplugged or reset).{Advice(path)}",
        _ => Invariant($"the system refuses (error {error})."),
    };

    private static string Existing() =>
        SerialPorts.All() is { Count: > 0 } ports ? $"This machine has: {string.Join(", ", ports)}." : "This machine shows no serial port: is the adapter plugged in?";

    private static string Holder(string path) => SerialPorts.Holders(path) is { Count: > 0 } holders
        ? $"Stop it first: {string.Join(", ", holders)}."
        : $"Look for it with: sudo fuser -v {path} (a login console, ModemManager, another gateway).";

    /// <summary>ttyUSB numbers change with the order in which adapters wake: the by-id name does not.</summary>
    private static string Advice(string path)
    {
        if (!path.StartsWith("/dev/ttyUSB", StringComparison.Ordinal) && !path.StartsWith("/dev/ttyACM", StringComparison.Ordinal))
        {
            return "";
        }

        return SerialPorts.LastingName(path) is { } lasting
            ? $" Better name it {lasting}: that name stays."
            : " Names like this change when adapters are plugged anew: use the one under /dev/serial/by-id.";
    }
}
