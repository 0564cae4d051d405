using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Telemetry.Gateway.Configuration.Buses;

namespace Telemetry.Gateway.Drivers.Modbus.Serial;

/// <summary>The kernel's own terminal settings (44 bytes on x64, arm64 and arm), which take any speed.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Termios2
{
    internal const uint EightBits = 0x30;
    internal const uint TwoStopBits = 0x40;
    internal const uint Receive = 0x80;
    internal const uint Parity = 0x100;
    internal const uint OddParity = 0x200;
    internal const uint IgnoreModem = 0x800;
    internal const uint AnySpeed = 0x1000;
    internal const uint IgnoreBreak = 0x1;
    internal const uint CheckParity = 0x10;
    private const int LeastBytes = 6;

    internal uint Input;
    internal uint Output;
    internal uint Control;
    internal uint Local;
    internal byte Discipline;
    internal Characters Special;
    internal uint InputSpeed;
    internal uint OutputSpeed;

    /// <summary>Raw bytes both ways at these settings: nothing translated, echoed, or taken for a signal.</summary>
    internal static Termios2 Raw(SerialSettings settings)
    {
        var parity = settings.Parity switch
        {
            SerialParity.Even => Parity,
            SerialParity.Odd => Parity | OddParity,
            _ => 0u,
        };
        var raw = new Termios2
        {
            Input = IgnoreBreak | (parity != 0 ? CheckParity : 0),
            Control = EightBits | Receive | IgnoreModem | AnySpeed | parity | (settings.StopBits == 2 ? TwoStopBits : 0),
            InputSpeed = (uint)settings.Baud,
            OutputSpeed = (uint)settings.Baud,
        };
        raw.Special[LeastBytes] = 1;
        return raw;
    }

    /// <summary>The special characters, by their kernel index.</summary>
    [InlineArray(19)]
    internal struct Characters
    {
        private byte _first;
    }
}
