using Telemetry.Analytics.Registry.Store;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Registry;

/// <summary>The registry: a picture in memory, replaced whole at each change, and kept in the file.</summary>
internal sealed class TownRegistry : ITownRegistry
{
    private readonly RegistryFile _file;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private volatile Town _current;

    public TownRegistry(RegistryFile file, TimeProvider clock)
    {
        (_file, _clock) = (file, clock);
        _current = Load();
    }

    /// <inheritdoc />
    public Town Current => _current;

    /// <summary>A gateway was born: it is there, with its buildings.</summary>
    internal void Born(string municipality, string gateway, IReadOnlyList<Building> buildings)
    {
        lock (_gate)
        {
            var changed = buildings.Where(building => !_current.Buildings.Contains(building)).ToList();
            if (changed.Count > 0)
            {
                using var context = _file.Open();
                foreach (var building in changed)
                {
                    var old = context.Buildings.Find(building.Municipality, building.Id);
                    Replace(context, old, BuildingRow.From(building));
                }

                context.SaveChanges();
                var names = changed.Select(building => (building.Municipality, building.Id)).ToHashSet();
                Show(_current with
                {
                    Buildings = [.. _current.Buildings.Where(building => !names.Contains((building.Municipality, building.Id))), .. changed],
                });
            }
        }

        Seen(municipality, gateway, online: true);
    }

    /// <summary>A device was born behind a gateway.</summary>
    internal void Born(Birth birth)
    {
        lock (_gate)
        {
            var id = birth.Equipment.Id;
            var before = _current.Points.Where(point => point.Id.Equipment == id);
            if (_current.Equipment.Contains(birth.Equipment)
                && before.ToHashSet().SetEquals(birth.Points))
            {
                return;
            }

            using var context = _file.Open();
            Replace(context, context.Equipment.Find(id.Municipality, id.Gateway, id.Device), EquipmentRow.From(birth.Equipment));
            context.Points.RemoveRange(context.Points
                .Where(row => row.Municipality == id.Municipality && row.Gateway == id.Gateway && row.Device == id.Device));
            context.SaveChanges();
            context.ChangeTracker.Clear();
            context.Points.AddRange(birth.Points.Select(PointRow.From));
            context.SaveChanges();
            Show(_current with
            {
                Equipment = [.. _current.Equipment.Where(equipment => equipment.Id != id), birth.Equipment],
                Points = [.. _current.Points.Where(point => point.Id.Equipment != id), .. birth.Points],
            });
        }
    }

    /// <summary>A gateway is there or gone.</summary>
    internal void Seen(string municipality, string gateway, bool online)
    {
        lock (_gate)
        {
            var old = Find(municipality, gateway);
            if (old?.Online == online)
            {
                return;
            }

            var now = _clock.GetUtcNow();
            using var context = _file.Open();
            var row = new GatewayRow { Municipality = municipality, Name = gateway, SinceMs = now.ToUnixTimeMilliseconds() };
            Replace(context, context.Gateways.Find(municipality, gateway), row);
            context.SaveChanges();
            Change(new GatewayLink(municipality, gateway, online, now, old?.OutboxDepth, old?.Refused) { Version = old?.Version });
        }
    }

    /// <summary>A gateway told something of itself.</summary>
    internal void Told(string municipality, string gateway, Func<GatewayLink, GatewayLink> what)
    {
        lock (_gate)
        {
            if (Find(municipality, gateway) is { } old)
            {
                Change(what(old));
            }
        }
    }

    /// <summary>Our link to the broker is lost: no gateway can be reached.</summary>
    internal void AllGone()
    {
        foreach (var gateway in _current.Gateways.Where(gateway => gateway.Online))
        {
            Seen(gateway.Municipality, gateway.Gateway, online: false);
        }
    }

    /// <summary>Whether a gateway is there.</summary>
    internal bool IsOnline(string municipality, string gateway) => Find(municipality, gateway)?.Online == true;

    private static void Replace(RegistryContext context, object? old, object now)
    {
        if (old is null)
        {
            context.Add(now);
        }
        else
        {
            context.Entry(old).CurrentValues.SetValues(now);
        }
    }

    private GatewayLink? Find(string municipality, string gateway) =>
        _current.Gateways.FirstOrDefault(link => link.Municipality == municipality && link.Gateway == gateway);

    private void Change(GatewayLink link) => Show(_current with
    {
        Gateways = [.. _current.Gateways.Where(old => old.Municipality != link.Municipality || old.Gateway != link.Gateway), link],
    });

    private void Show(Town town) => _current = InOrder(town);

    private static Town InOrder(Town town)
    {
        var names = town.Buildings.ToLookup(building => building.Id, building => building.Name, StringComparer.Ordinal);
        var equipment = town.Equipment
            .OrderBy(one => names[one.BuildingId].FirstOrDefault(), StringComparer.CurrentCulture)
            .ThenBy(one => one.Name, StringComparer.CurrentCulture)
            .ThenBy(one => one.Id.ToString(), StringComparer.Ordinal)
            .ToList();
        var places = equipment.Select((one, place) => (one.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        return town with
        {
            Buildings = [.. town.Buildings.OrderBy(building => building.Name, StringComparer.CurrentCulture)],
            Equipment = equipment,
            Points = [.. town.Points.OrderBy(point => places.GetValueOrDefault(point.Id.Equipment, int.MaxValue)).ThenBy(point => point.Id.Name, StringComparer.Ordinal)],
            Gateways = [.. town.Gateways.OrderBy(link => link.Municipality, StringComparer.Ordinal).ThenBy(link => link.Gateway, StringComparer.Ordinal)],
        };
    }

    private Town Load()
    {
        using var context = _file.Open();
        return InOrder(new Town
        {
            Buildings = [.. context.Buildings.AsEnumerable().Select(row => row.ToModel())],
            Equipment = [.. context.Equipment.AsEnumerable().Select(row => row.ToModel())],
            Points = [.. context.Points.AsEnumerable().Select(row => row.ToModel())],
            Gateways = [.. context.Gateways.AsEnumerable()
                .Select(row => new GatewayLink(row.Municipality, row.Name, false, DateTimeOffset.FromUnixTimeMilliseconds(row.SinceMs), null, null))],
        });
    }
}
