using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Telemetry.Dashboard.Security;

/// <summary>So many pages are worked on at once, two a processor; the others wait their turn, in the order they came.</summary>
/// <remarks>
/// A crowd gets its pages as fast either way, for the processors do the work; but twenty pages begun at once hold the memory of twenty.
/// Only the work is counted: a file on its way to a slow telephone holds no seat.
/// </remarks>
internal sealed class Seats(int count) : IAsyncPageFilter, IAsyncResultFilter, IDisposable
{
    private readonly SemaphoreSlim _free = new(count, count);

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) => SeatedAsync(context.HttpContext, () => next());

    public Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next) =>
        context.Result is PageResult ? SeatedAsync(context.HttpContext, () => next()) : next();

    public void Dispose() => _free.Dispose();

    private async Task SeatedAsync(HttpContext context, Func<Task> work)
    {
        await _free.WaitAsync(context.RequestAborted);
        try
        {
            await work();
        }
        finally
        {
            _free.Release();
        }
    }
}
