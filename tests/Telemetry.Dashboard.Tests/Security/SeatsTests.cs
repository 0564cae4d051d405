using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Telemetry.Dashboard.Security;

namespace Telemetry.Dashboard.Tests.Security;

public sealed class SeatsTests
{
    private readonly PageContext _page = new(new ActionContext(new DefaultHttpContext(), new RouteData(), new CompiledPageActionDescriptor()));

    [Fact]
    public async Task Handler_FiveAtOnceForTwoSeats_TwoAreWorkedOnAndAllAreServed()
    {
        using var seats = new Seats(2);
        var (begun, end) = (0, new TaskCompletionSource());
        var crowd = Enumerable.Range(0, 5).Select(_ => seats.OnPageHandlerExecutionAsync(Handler(), async () =>
        {
            Interlocked.Increment(ref begun);
            await end.Task;
            return new PageHandlerExecutedContext(_page, [], null, new object());
        })).ToList();

        Assert.Equal(2, begun);
        end.SetResult();
        await Task.WhenAll(crowd);
        Assert.Equal(5, begun);
    }

    [Fact]
    public async Task Handler_OneFails_ItsSeatIsFreeAgain()
    {
        using var seats = new Seats(1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => seats.OnPageHandlerExecutionAsync(Handler(), () => throw new InvalidOperationException()));

        var served = seats.OnPageHandlerExecutionAsync(Handler(), () => Task.FromResult(new PageHandlerExecutedContext(_page, [], null, new object())));
        Assert.True(served.IsCompletedSuccessfully);
        await served;
    }

    /// <summary>A slow telephone that takes a long file may not keep the others waiting.</summary>
    [Fact]
    public async Task Result_FileOnItsWay_HoldsNoSeat()
    {
        using var seats = new Seats(1);
        var sent = new TaskCompletionSource<ResultExecutedContext>();
        var file = new FileContentResult([1], "text/csv");
        var slow = seats.OnResultExecutionAsync(new ResultExecutingContext(_page, [], file, new object()), () => sent.Task);

        var page = seats.OnResultExecutionAsync(new ResultExecutingContext(_page, [], new PageResult(), new object()), () => Task.FromResult(new ResultExecutedContext(_page, [], new PageResult(), new object())));
        Assert.True(page.IsCompletedSuccessfully);
        sent.SetResult(new ResultExecutedContext(_page, [], file, new object()));
        await slow;
        await page;
    }

    [Fact]
    public async Task Handler_VisitorGoneWhileWaiting_IsNotWorkedOn()
    {
        using var seats = new Seats(1);
        using var gone = new CancellationTokenSource();
        var end = new TaskCompletionSource<PageHandlerExecutedContext>();
        var first = seats.OnPageHandlerExecutionAsync(Handler(), () => end.Task);
        _page.HttpContext.RequestAborted = gone.Token;
        var second = seats.OnPageHandlerExecutionAsync(Handler(), () => throw new InvalidOperationException("nobody waits for it"));

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        end.SetResult(new PageHandlerExecutedContext(_page, [], null, new object()));
        await first;
    }

    private PageHandlerExecutingContext Handler() => new(_page, [], null, new Dictionary<string, object?>(StringComparer.Ordinal), new object());
}
