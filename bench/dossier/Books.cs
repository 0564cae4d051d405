using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Telemetry.Analytics;
using Telemetry.Analytics.Programmes;
using Telemetry.Analytics.Registry;
using Telemetry.Messaging.Programmes;
using Telemetry.Model.Calendars;
using Telemetry.Model.Control;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;
using Telemetry.Model.Sites;

namespace Telemetry.Bench.Dossier;

/// <summary>What the centre knows of its boiler rooms: buildings, equipment, points, and a programme that each gateway keeps.</summary>
internal static class Books
{
    internal const string Municipality = "banc";
    internal static readonly (string Name, string Quantity, string Unit)[] Points =
    [
        ("flow.temperature", "Temperature", "°C"), ("return.temperature", "Temperature", "°C"), ("flow.temperature.sp", "Temperature", "°C"),
        ("room.temperature", "Temperature", "°C"), ("burner.state", "OnOff", ""), ("pump.state", "OnOff", ""),
        ("programme.level", "Dimensionless", ""), ("programme.repairs", "Dimensionless", ""), ("programme.writes", "Dimensionless", ""),
    ];

    internal static EquipmentId Boiler(int room) => new(Municipality, $"gw-{room}", "chaufferie");

    internal static void Write(string folder, int rooms, DateTimeOffset since)
    {
        // The product's own code makes the files and their tables.
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Telemetry:Data", (string?)folder)]).Build();
        using (var services = new ServiceCollection().AddLogging().AddTelemetryAnalytics(configuration).BuildServiceProvider())
        {
            services.GetRequiredService<ITownRegistry>();
            services.GetRequiredService<IProgrammes>();
        }

        using var registry = Open(Path.Combine(folder, "registry.db"));
        using var programmes = Open(Path.Combine(folder, "programmes.db"));
        for (var room = 1; room <= rooms; room++)
        {
            Run(registry, "INSERT INTO buildings (Municipality, Id, Name, Use, FloorAreaM2) VALUES ($1, $2, $3, 'School', 2500)", Municipality, $"ecole-{room}", $"École {room}");
            Run(registry, "INSERT INTO equipment VALUES ($1, $2, 'chaufferie', $3, 'Chaufferie', 'BoilerRoom', 'bench')", Municipality, $"gw-{room}", $"ecole-{room}");
            Run(registry, "INSERT INTO gateways VALUES ($1, $2, $3)", Municipality, $"gw-{room}", since.ToUnixTimeMilliseconds());
            foreach (var (name, quantity, unit) in Points)
            {
                Run(registry,
                    "INSERT INTO points (Municipality, Gateway, Device, Name, Quantity, Unit, Function, Accumulation, Carrier, MeterRole, EndUse, KWhPerUnit, HeartbeatSeconds) VALUES ($1, $2, 'chaufferie', $3, $4, $5, 'Sensor', 'Instant', 'None', 'None', 'None', 1, 60)",
                    Municipality, $"gw-{room}", name, quantity, unit);
            }

            var order = Guid.NewGuid().ToString("D").ToUpperInvariant();
            Run(programmes, "INSERT INTO programmes (Id, Equipment, Version, Json, State, AtMs, Refusal) VALUES ($1, $2, 1, $3, $4, $5, 0)",
                order, Boiler(room).ToString(), ProgrammeJson.Write(Week(Boiler(room), since)), (int)OrderState.Confirmed, since.ToUnixTimeMilliseconds());
        }
    }

    private static Programme Week(EquipmentId boiler, DateTimeOffset since) => new()
    {
        Equipment = boiler, Version = 1, Previous = 0, By = "camille", MadeAt = since,
        Zones =
        [
            new ZoneProgramme
            {
                Zone = new Zone { Id = "classes", Name = "Classes", Premises = Premises.Ordinary, Emitter = Emitter.Radiators, Setpoint = "room.temperature.sp" },
                Week = WeekPattern.Of(
                    new Slot(new LocalMinute(480), new LocalMinute(1080), ProgrammeMode.Occupied),
                    DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday),
                Settings = ZoneSettings.For(Premises.Ordinary, Emitter.Radiators),
            },
        ],
    };

    internal static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var place = 0; place < values.Length; place++)
        {
            command.Parameters.AddWithValue("$" + (place + 1).ToString(CultureInfo.InvariantCulture), values[place]);
        }

        command.ExecuteNonQuery();
    }
}
