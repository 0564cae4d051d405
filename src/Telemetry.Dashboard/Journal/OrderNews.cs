using System.Threading.Channels;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Journal;

/// <summary>Steps of orders on their way to the journal: told by any thread, written by one.</summary>
internal sealed class OrderNews
{
    private readonly Channel<OrderReport> _waiting = Channel.CreateUnbounded<OrderReport>(new() { SingleReader = true });

    public ChannelReader<OrderReport> Waiting => _waiting.Reader;

    public void Tell(OrderReport report) => _waiting.Writer.TryWrite(report);
}
