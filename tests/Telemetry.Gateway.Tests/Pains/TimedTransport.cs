using System.Diagnostics;
using Telemetry.Gateway.Drivers.Modbus;

namespace Telemetry.Gateway.Tests.Pains;

/// <summary>A real transport, with the instants at which the line was opened, asked and closed.</summary>
internal sealed class TimedTransport(IModbusTransport inner) : IModbusTransport
{
    internal List<(string What, long At)> Moments { get; } = [];

    public bool IsOpen => inner.IsOpen;

    public void Open()
    {
        Say("open");
        inner.Open();
        Say("opened");
    }

    public void Close()
    {
        inner.Close();
        Say("closed");
    }

    public int Exchange(byte unit, ReadOnlySpan<byte> request, Span<byte> answer, TimeSpan timeout)
    {
        Say("asked");
        try
        {
            return inner.Exchange(unit, request, answer, timeout);
        }
        finally
        {
            Say("done");
        }
    }

    public void Dispose() => inner.Dispose();

    /// <summary>Milliseconds from the first moment of one name to the first later one of another.</summary>
    internal double From(string what, string next)
    {
        var at = Moments.FindIndex(moment => moment.What == what);
        var then = Moments.Find(moment => moment.What == next && moment.At >= Moments[at].At);
        return Stopwatch.GetElapsedTime(Moments[at].At, then.At).TotalMilliseconds;
    }

    private void Say(string what) => Moments.Add((what, Stopwatch.GetTimestamp()));
}
