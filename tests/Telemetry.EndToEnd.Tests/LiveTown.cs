namespace Telemetry.EndToEnd.Tests;

/// <summary>One town shared by the tests that only look at it or steer it gently: a winter morning, four times faster than ours.</summary>
public sealed class LiveTown : IAsyncLifetime
{
    private Town? _town;

    internal Town Town => _town ?? throw new InvalidOperationException("The town has not started.");

    public async ValueTask InitializeAsync() => _town = await Town.StartAsync(new DateTimeOffset(2026, 1, 15, 6, 30, 0, TimeSpan.Zero), speed: 4);

    public async ValueTask DisposeAsync()
    {
        if (_town is not null)
        {
            await _town.DisposeAsync();
        }
    }
}
