using System.Globalization;
using System.Text;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;

namespace Telemetry.Gateway.Commissioning.Scanning;

/// <summary>Asks units on one line, politely: a pause before each request, and only reads.</summary>
internal sealed class Probe(BusConfiguration line, TimeSpan timeout, CancellationToken cancel) : IDisposable
{
    private static readonly Pauses Polite = new() { BetweenRequests = TimeSpan.FromMilliseconds(20), BeforeReconnect = TimeSpan.FromMilliseconds(100) };
    private readonly IModbusTransport _transport = BusTransport.For(line);
    private ModbusMaster? _master;

    /// <summary>The line could not be opened because nothing is there, as most addresses of a range.</summary>
    internal bool IsNobody { get; private set; }

    /// <summary>Opens the line.</summary>
    /// <returns>Why it cannot be opened; null when it is open.</returns>
    internal string? Open()
    {
        try
        {
            _transport.Open();
            _master = new ModbusMaster(_transport, cancel);
            return null;
        }
        catch (ModbusException closed)
        {
            IsNobody = closed.Fault == ModbusFault.NoLink;
            return closed.Message;
        }
    }

    /// <summary>Whether a unit is there: any answer, even a refusal, but for the converter's « nobody behind me ».</summary>
    /// <returns>What it said; null when nobody answers.</returns>
    internal string? Ask(byte unit)
    {
        var word = new ushort[1];
        try
        {
            _master!.Read(Target(unit, Polite), RegisterKind.Holding, 0, word);
            return string.Create(CultureInfo.InvariantCulture, $"holding 0 = {word[0]}");
        }
        catch (ModbusException refused) when (refused.Fault == ModbusFault.Refused && refused.Code is not (0x0A or 0x0B))
        {
            return string.Create(CultureInfo.InvariantCulture, $"exception {refused.Code}");
        }
        catch (ModbusException garbled) when (garbled.Fault == ModbusFault.Garbled)
        {
            return garbled.Message;
        }
        catch (ModbusException)
        {
            return null;
        }
    }

    /// <summary>Reads words with the manners of a profile; null when they are refused or nothing comes.</summary>
    internal ushort[]? Read(byte unit, Pauses pauses, RegisterKind kind, ushort address, int count)
    {
        var words = new ushort[count];
        try
        {
            _master!.Read(Target(unit, pauses.BetweenRequests > Polite.BetweenRequests ? pauses : Polite), kind, address, words);
            return words;
        }
        catch (ModbusException)
        {
            return null;
        }
    }

    /// <summary>Whether the device holds one of these SunSpec models.</summary>
    internal bool HasModel(byte unit, Pauses pauses, IReadOnlyList<int> models)
    {
        try
        {
            return SunSpecWalk.Find(_master!, Target(unit, pauses), models) is not null;
        }
        catch (ModbusException)
        {
            return false;
        }
    }

    /// <summary>Who the device says it is by function 43/14; null when it does not say.</summary>
    internal string? Identify(byte unit)
    {
        var (request, answer) = (new byte[ModbusPdu.MaxLength], new byte[ModbusPdu.MaxLength]);
        try
        {
            if (!_transport.IsOpen)
            {
                _transport.Open();
            }

            var length = _transport.Exchange(unit, request.AsSpan(0, RareRequests.ReadIdentification(request, 1, 0)), answer, timeout);
            return Objects(answer.AsSpan(0, length));
        }
        catch (ModbusException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _master?.Dispose();
        _transport.Dispose();
    }

    /// <summary>The texts of an answer: 2B 0E, code, conformity, more, next, count, then number, length and text of each object.</summary>
    internal static string? Objects(ReadOnlySpan<byte> answer)
    {
        if (answer.Length < 7 || answer[0] != 0x2B || answer[1] != 0x0E)
        {
            return null;
        }

        var texts = new List<string>();
        for (var at = 7; at + 2 <= answer.Length && at + 2 + answer[at + 1] <= answer.Length; at += 2 + answer[at + 1])
        {
            texts.Add(Encoding.ASCII.GetString(answer.Slice(at + 2, answer[at + 1])).Trim('\0', ' '));
        }

        return texts.Count == 0 ? null : string.Join(' ', texts);
    }

    private ModbusTarget Target(byte unit, Pauses pauses) => new(unit, pauses, timeout);
}
