using Telemetry.Gateway.Configuration.Buses;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Drivers.Modbus.Serial;

namespace Telemetry.Gateway.Tests.Drivers.Modbus;

public sealed class RtuSerialLineTests
{
    [Theory]
    [InlineData("/dev/ttyUSB0 9600 8N1", 9600, SerialParity.None, 1, 10)]
    [InlineData("/dev/ttyUSB0  19200 8e1", 19200, SerialParity.Even, 1, 11)]
    [InlineData("/dev/ttyUSB0 250000 8O1 rs485", 250_000, SerialParity.Odd, 1, 11)]
    [InlineData("/dev/ttyUSB0 2400 8N2", 2400, SerialParity.None, 2, 11)]
    internal void Parse_WhatIsMeant(string text, int baud, SerialParity parity, int stopBits, int bits)
    {
        var (settings, problem) = SerialSettings.Parse(text);

        Assert.Null(problem);
        Assert.Equal(new SerialSettings("/dev/ttyUSB0", baud, parity, stopBits, text.EndsWith("rs485", StringComparison.Ordinal)), settings);
        Assert.Equal(bits, settings!.BitsPerCharacter);
        Assert.Equal(settings, SerialSettings.Parse(settings.ToString()).Settings);
    }

    [Theory]
    [InlineData("/dev/ttyUSB0")]
    [InlineData("ttyUSB0 9600 8N1")]
    [InlineData("/dev/ttyUSB0 9600 7E1")]
    [InlineData("/dev/ttyUSB0 96OO 8N1")]
    [InlineData("/dev/ttyUSB0 0 8N1")]
    [InlineData("/dev/ttyUSB0 9600 8N1 rs232")]
    public void Parse_WhatIsNot_SaysWhatToWrite(string text)
    {
        var (settings, problem) = SerialSettings.Parse(text);

        Assert.Null(settings);
        Assert.Contains("write /dev/serial/by-id/", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_MissingPort_SaysWhatExists()
    {
        using var line = new SerialLine(Settings("/dev/ttyUSB99"));

        var failure = Assert.Throws<ModbusException>(line.Open);

        Assert.Equal(ModbusFault.NoLink, failure.Fault);
        Assert.Contains("no such port", failure.Message, StringComparison.Ordinal);
        Assert.Contains(SerialPorts.All() is [var port, ..] ? port : "shows no serial port", failure.Message, StringComparison.Ordinal);
        Assert.Contains("/dev/serial/by-id", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NotATerminal_Said()
    {
        using var line = new SerialLine(Settings("/dev/null"));

        Assert.Contains("not a serial port", Assert.Throws<ModbusException>(line.Open).Message, StringComparison.Ordinal);
        Assert.False(line.IsOpen);
    }

    /// <summary>Pain 9: a second owner is told so, not left to steal bytes.</summary>
    [Fact]
    public void Open_PortInUse_SaysSo()
    {
        using var pty = new RtuPty();
        using var first = new SerialLine(Settings(pty.Ours));
        using var second = new SerialLine(Settings(pty.Ours));
        first.Open();

        var failure = Assert.Throws<ModbusException>(second.Open);

        Assert.Contains("another program holds the port", failure.Message, StringComparison.Ordinal);
        first.Close();
        second.Open();
    }

    [Fact]
    public void Holders_PortOpenElsewhere_NamesTheProgram()
    {
        using var pty = new RtuPty();
        using var holder = RtuChild.Start("sh", "-c", $"exec 3<>{pty.Ours}; exec sleep 60");
        try
        {
            RtuChild.Until(() => SerialPorts.Holders(pty.Ours).Any(name => name.EndsWith($"({holder.Id})", StringComparison.Ordinal)), "the holder is named");
        }
        finally
        {
            RtuChild.End(holder);
        }
    }

    [Fact]
    public void Open_AnySpeed_BytesArrive()
    {
        using var pty = new RtuPty();
        using var one = new SerialLine(Settings(pty.Ours) with { Baud = 250_000, Parity = SerialParity.Even });
        using var other = new SerialLine(Settings(pty.Theirs) with { Baud = 250_000, Parity = SerialParity.Even });
        one.Open();
        other.Open();
        byte[] sent = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        var got = new byte[256];

        one.Write(sent);
        for (var held = 0; held < got.Length;)
        {
            var read = other.Read(got.AsSpan(held), TimeSpan.FromSeconds(5));
            Assert.NotEqual(0, read);
            held += read;
        }

        // All 256 values: no byte is taken for a signal, an end of line or flow control.
        Assert.Equal(sent, got);
    }

    private static SerialSettings Settings(string path) => new(path, 9600, SerialParity.None, 1, Rs485: false);
}
