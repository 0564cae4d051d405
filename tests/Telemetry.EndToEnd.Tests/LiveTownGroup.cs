namespace Telemetry.EndToEnd.Tests;

/// <summary>Tests of this group share one <see cref="LiveTown"/> and run one after another.</summary>
[CollectionDefinition("live town")]
public sealed class LiveTownGroup : ICollectionFixture<LiveTown>;
