using System.Text.Json;

namespace FirmwareSim.Town;

/// <summary>The simulator's own truth in a file, and its state beside it: written whole or not at all.</summary>
internal sealed class Books(string path)
{
    private static readonly JsonSerializerOptions Style = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private string StatePath => path + ".state.json";

    /// <summary>Takes the state of an earlier run, if there is one.</summary>
    /// <returns>A sentence for the people watching; null when there is no earlier run.</returns>
    internal string? Resume(SimulatedTown town)
    {
        if (!File.Exists(StatePath))
        {
            return null;
        }

        try
        {
            var bag = JsonSerializer.Deserialize<StateBag>(File.ReadAllText(StatePath), Style);
            if (bag is null)
            {
                return $"{StatePath} is empty: the town starts anew.";
            }

            lock (town.Gate)
            {
                town.Load(bag);
            }

            return $"The town goes on from {bag.Instant:yyyy-MM-ddTHH:mm:ssZ}.";
        }
        catch (JsonException broken)
        {
            return $"{StatePath} cannot be read ({broken.Message}): the town starts anew.";
        }
    }

    /// <summary>Writes both files.</summary>
    internal void Write(SimulatedTown town)
    {
        string page, state;
        lock (town.Gate)
        {
            page = JsonSerializer.Serialize(Page(town), Style);
            state = JsonSerializer.Serialize(town.Save(), Style);
        }

        Replace(StatePath, state);
        Replace(path, page);
    }

    private static void Replace(string file, string text)
    {
        var draft = file + ".tmp";
        File.WriteAllText(draft, text);
        File.Move(draft, file, overwrite: true);
    }

    private static object Page(SimulatedTown town) => new
    {
        Instant = town.Instant.UtcDateTime,
        Born = town.Born.UtcDateTime,
        town.Seed,
        OutdoorC = Math.Round(town.Sky.OutdoorC, 2),
        Meters = town.Meters.Select(meter => new
        {
            meter.Id,
            Register = meter.Shown,
            RegisterUnit = meter.Face.Unit,
            RegisterScale = meter.Face.Scale,
            RegisterAtStart = meter.ShownAtStart,
            meter.Unit,
            meter.SinceStart,
            EnergyKWh = meter.SinceStart * (meter.Unit == "m3" ? Building.KWhPerCubicMetre : 1),
            meter.Resets,
        }),
        Buildings = town.Buildings.Select(building => new
        {
            building.Name,
            RoomC = Math.Round(building.Plant.Rooms.AirC, 3),
            PowerW = Math.Round(building.Electricity.Watts.Sum, 1),
            GasM3PerHour = Math.Round(building.GasRate, 3),
            BurnerStarts = building.Plant.Boiler.Starts,
            Boilers = building.Plant.Boiler.Burners.Select(burner => new { burner.Lit, burner.Starts, Hours = Math.Round(burner.Hours, 3) }),
        }),
    };
}
