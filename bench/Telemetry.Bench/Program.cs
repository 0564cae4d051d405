using System.Globalization;
using Telemetry.Bench;

return args switch
{
    ["modbus-read", var port, var seconds] => ModbusReads.Run(int.Parse(port, CultureInfo.InvariantCulture), int.Parse(seconds, CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("telemetry-bench modbus-read FIRST_PORT SECONDS (started by bench/modbus-read)");
    return 2;
}
