using System.Diagnostics;
using Telemetry.Gateway.Configuration.Buses;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Drivers.Modbus.Rtu;
using Telemetry.Gateway.Drivers.Modbus.Serial;

namespace Telemetry.Gateway.Tests.Drivers.Modbus;

/// <summary>The faults of a serial line, on a pair of pseudo-terminals.</summary>
public sealed class RtuTransportTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Ample = TimeSpan.FromSeconds(5);
    private static readonly byte[] ReadTwo = [3, 0, 0, 0, 2];
    private static readonly byte[] WriteOne = [6, 0, 7, 0x12, 0x34];
    private readonly byte[] _answer = new byte[RtuFrame.MaxLength];
    private readonly RtuPty _pty = new();
    private readonly RtuFaultSlave _slave;
    private readonly RtuTransport _transport;

    public RtuTransportTests()
    {
        _slave = new RtuFaultSlave(_pty.Theirs);
        var settings = new SerialSettings(_pty.Ours, 9600, SerialParity.None, 1, Rs485: true);
        _transport = new RtuTransport(new SerialLine(settings), RtuManners.Serial(settings.Baud, settings.BitsPerCharacter));
        _transport.Open();
    }

    public void Dispose()
    {
        _transport.Dispose();
        _slave.Dispose();
        _pty.Dispose();
    }

    [Fact]
    public void Exchange_Healthy_Answers()
    {
        for (var round = 0; round < 20; round++)
        {
            Good(address: (byte)round);
        }

        Assert.Equal((20, 20), (_transport.Counters.Requests, _transport.Counters.Answers));
        Assert.Equal(RtuEcho.No, _transport.Echo);
    }

    [Fact]
    public void Exchange_LeadingZero_Answers()
    {
        _slave.Answer = request => [0, .. RtuFaultSlave.Right(request)];

        Good();
        Good();

        Assert.Equal(2, _transport.Counters.StrayBytes);
    }

    [Fact]
    public void Exchange_Echo_Answers()
    {
        _slave.Answer = request => [.. request, .. RtuFaultSlave.Right(request)];

        Good();
        Good();

        Assert.Equal((RtuEcho.Yes, 2), (_transport.Echo, _transport.Counters.Echoes));
    }

    [Fact]
    public void Exchange_WrongCrc_SaidAtOnceAndNextIsGood()
    {
        _slave.Answer = request =>
        {
            var answer = RtuFaultSlave.Right(request);
            answer[^1] ^= 0xFF;
            return answer;
        };
        var began = Stopwatch.GetTimestamp();

        Bad(ModbusFault.Garbled, "wrong CRC");

        Assert.True(Stopwatch.GetElapsedTime(began) < Patience);
        _slave.Answer = RtuFaultSlave.Right;
        Good();
        Assert.Equal((1, 0), (_transport.Counters.Damaged, _transport.Counters.Quarantines));
    }

    [Fact]
    public void Exchange_OtherUnitAnswers_RefusedAndNextIsGood()
    {
        _slave.Answer = request => RtuFaultSlave.Sealed(7, RtuFaultSlave.Right(request).AsSpan(1, 6));

        Bad(ModbusFault.Garbled, "Unit 7 answers for unit 1");

        _slave.Answer = RtuFaultSlave.Right;
        Good();
        Assert.Equal(1, _transport.Counters.OtherUnits);
    }

    [Fact]
    public void Exchange_OtherFunctionAnswers_RefusedAndNextIsGood()
    {
        _slave.Answer = _ => RtuFaultSlave.Sealed(1, [4, 4, 0, 1, 0, 2]);

        Bad(ModbusFault.Garbled, "something else");

        _slave.Answer = RtuFaultSlave.Right;
        Good();
    }

    [Fact]
    public void Exchange_AnswerBreaksOff_SaidAfterTheGapAndNextIsGood()
    {
        _slave.Answer = request => RtuFaultSlave.Right(request)[..5];
        var began = Stopwatch.GetTimestamp();

        Bad(ModbusFault.Garbled, "broke off");

        Assert.True(Stopwatch.GetElapsedTime(began) < Patience);
        _slave.Answer = RtuFaultSlave.Right;
        Good();
        Assert.Equal(1, _transport.Counters.BrokenOff);
    }

    [Fact]
    public void Exchange_Noise_Named()
    {
        _slave.Answer = _ => [0xFF, 0xFE, 0xFF, 0x00, 0xF8];

        Bad(ModbusFault.Garbled, "5 bytes came that are no frame");
    }

    [Fact]
    public void Exchange_LineThatNeverFallsSilent_SaidInBoundedTime()
    {
        _slave.Answer = _ => Babble();

        Bad(ModbusFault.Garbled, "");
        _slave.Answer = RtuFaultSlave.Right;

        byte[] Babble() => [.. Enumerable.Repeat((byte)0xFF, 3_000)];
    }

    [Fact]
    public void Exchange_Refusal_IsHandedOn()
    {
        _slave.Answer = request => RtuFaultSlave.Sealed(request[0], [0x83, 2]);

        var length = _transport.Exchange(1, ReadTwo, _answer, Ample);

        Assert.Equal([0x83, 2], _answer[..length]);
    }

    /// <summary>Pain 11: the value of one point under the name of another.</summary>
    [Fact]
    public void Exchange_LateAnswer_NeverTakenForTheNextAnswer()
    {
        byte[] late = [];
        _slave.Answer = request =>
        {
            late = RtuFaultSlave.Right(request);
            return [];
        };
        Bad(ModbusFault.NoAnswer, "does not answer");
        _slave.Say(late);

        _slave.Answer = RtuFaultSlave.Right;
        Good(address: 50);

        Assert.Equal((1, late.Length), (_transport.Counters.Quarantines, _transport.Counters.LateBytes));
    }

    [Fact]
    public void Exchange_AfterATimeOut_LineStaysSilentForTheLongestAnswer()
    {
        _slave.Answer = _ => [];
        var began = Stopwatch.GetTimestamp();
        Bad(ModbusFault.NoAnswer, "does not answer");

        _slave.Answer = RtuFaultSlave.Right;
        Good();

        Assert.True(Stopwatch.GetElapsedTime(began) >= Patience * 2);
    }

    [Fact]
    public void Exchange_WriteFirstOnALineThatEchoes_DeadSlaveIsNotTakenForConfirmed()
    {
        _slave.Answer = request => request;

        var missed = Assert.Throws<ModbusException>(() => _transport.Exchange(1, WriteOne, _answer, Patience));
        var again = Assert.Throws<ModbusException>(() => _transport.Exchange(1, WriteOne, _answer, Patience));

        Assert.Equal((ModbusFault.NoAnswer, ModbusFault.NoAnswer), (missed.Fault, again.Fault));
    }

    [Fact]
    public void Exchange_WriteOnALineThatEchoes_LiveSlaveConfirms()
    {
        _slave.Answer = request => [.. request, .. RtuFaultSlave.Right(request)];

        Assert.Equal(5, _transport.Exchange(1, WriteOne, _answer, Ample));
        Assert.Equal(WriteOne, _answer[..5]);
    }

    [Fact]
    public void Exchange_UnitZero_RefusedWithoutAWord()
    {
        Assert.Throws<ModbusException>(() => _transport.Exchange(0, ReadTwo, _answer, Patience));

        Assert.Empty(_slave.Heard);
    }

    /// <summary>Pain 13: the adapter is pulled out and put back; nobody restarts the gateway.</summary>
    [Fact]
    public void Exchange_AdapterPulledOutAndBack_LineIsClosedThenGood()
    {
        Good();
        _pty.Unplug();

        Bad(ModbusFault.NoLink, "unplugged");
        Assert.False(_transport.IsOpen);
        Assert.Contains("no such port", Assert.Throws<ModbusException>(_transport.Open).Message, StringComparison.Ordinal);

        _pty.Plug();
        using var back = new RtuFaultSlave(_pty.Theirs);
        _transport.Open();
        Good();
        Assert.Equal(2, _transport.Counters.Openings);
    }

    private void Good(byte address = 0)
    {
        var length = _transport.Exchange(1, [3, 0, address, 0, 2], _answer, Ample);
        Assert.Equal([3, 4, 0, (byte)(address + 100), 0, (byte)(address + 101)], _answer[..length]);
    }

    private void Bad(ModbusFault fault, string words)
    {
        var failure = Assert.Throws<ModbusException>(() => _transport.Exchange(1, ReadTwo, _answer, Patience));
        Assert.Equal(fault, failure.Fault);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
    }
}
