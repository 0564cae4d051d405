using Telemetry.Analytics.History;
using Telemetry.Analytics.History.Sqlite;
using Telemetry.Analytics.Imports;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Registry.Store;
using Telemetry.Analytics.Reports;
using Telemetry.Analytics.Streams;
using Telemetry.Model.Energy;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests;

/// <summary>The real stores and figures over a folder of one test, filled by hand.</summary>
internal sealed class SmallTown : IDisposable
{
    internal const string Municipality = "valmont";
    internal static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("town-");
    private readonly RegisterHours _hours;

    internal SmallTown(DateTimeOffset now)
    {
        Clock = new SetClock(now);
        History = new SqliteHistory(Path.Combine(_folder.FullName, "history.db"));
        File = new RegistryFile(Path.Combine(_folder.FullName, "registry.db"));
        Registry = new TownRegistry(File, Clock);
        _hours = new RegisterHours(History, News, Paris);
    }

    internal SetClock Clock { get; }

    internal SqliteHistory History { get; }

    internal HistoryNews News { get; } = new();

    internal RegistryFile File { get; }

    internal TownRegistry Registry { get; }

    internal LiveValues Live { get; } = new();

    /// <summary>Figures that remember nothing of earlier calls but the hours.</summary>
    internal Figures Figures => new(
        Registry, new EnergyFigures(_hours, Paris), new PowerFigures(History, Live, Clock), FactorFile.Shipped, Paris, Clock);

    internal Building Add(string id)
    {
        var building = new Building { Id = id, Municipality = Municipality, Name = id, Use = BuildingUse.School };
        Registry.Born(Municipality, "gw", [building]);
        return building;
    }

    internal void Add(string building, string device, params Point[] points) => Registry.Born(new Birth(
        new Equipment { Id = Id(device), BuildingId = building, Name = device, Kind = EquipmentKind.ElectricityMeter, Model = "any" },
        points));

    internal static Point Register(
        string device, Carrier carrier = Carrier.Electricity, MeterRole role = MeterRole.Main, EndUse use = EndUse.All, double kWhPerUnit = 1) => new()
        {
            Id = new PointId(Id(device), "energy.import"),
            Quantity = carrier == Carrier.NaturalGas ? Quantity.Volume : Quantity.Energy,
            Unit = carrier == Carrier.NaturalGas ? "m³" : "kWh",
            Accumulation = Accumulation.Counter,
            Carrier = carrier,
            MeterRole = role,
            EndUse = use,
            KWhPerUnit = kWhPerUnit,
            Heartbeat = TimeSpan.FromMinutes(10),
        };

    internal static Point Power(string device) => new()
    {
        Id = new PointId(Id(device), "power.active"),
        Quantity = Quantity.ActivePower,
        Unit = "W",
        Heartbeat = TimeSpan.FromMinutes(1),
    };

    internal void Store(params IEnumerable<Sample> samples)
    {
        List<Sample> all = [.. samples];
        History.Append(new Batch("valmont/gw", "", 0, 0, all));
        News.Tell(all);
    }

    /// <summary>Readings of a register every ten minutes, both ends included, rising by the same step.</summary>
    internal void Run(Point register, DateTimeOffset from, DateTimeOffset to, double perHour, double start = 0) => Store(
        Enumerable.Range(0, (int)((to - from).TotalMinutes / 10) + 1)
            .Select(step => new Sample(register.Id, from.AddMinutes(10 * step), start + (perHour * step / 6), Quality.Good)));

    public void Dispose()
    {
        _hours.Dispose();
        Live.Dispose();
        History.Dispose();
        using (var context = File.Open())
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }

        _folder.Delete(recursive: true);
    }

    private static EquipmentId Id(string device) => new(Municipality, "gw", device);
}
