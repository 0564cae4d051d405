namespace FirmwareSim.Scenarios;

/// <summary>The places of the town where each fault can be.</summary>
internal static class Targets
{
    private static readonly string[] Buildings = ["ecole", "gymnase", "mairie", "creche"];
    private static readonly string[] BoilerSensors = ["outdoor", "room", "flow", "return", "dhw"];
    private static readonly string[] RoomSensors = ["ecole/classe-1", "gymnase/salle", "mairie/salle-du-conseil", "creche/dortoir", "mairie/salle-serveurs"];
    private static readonly string[] Cascade = ["ecole/chaudiere-1", "ecole/chaudiere-2"];
    private static readonly string[] Heat = ["ecole/chaleur", "mairie/chaleur"];
    private static readonly string[] Plugs = ["ecole/salle-info", "mairie/pdu", "mairie/clim", "mairie/copieur"];

    /// <summary>All targets of a fault, sorted.</summary>
    internal static IReadOnlyList<string> Of(Fault fault)
    {
        var boilers = Buildings.Select(name => name + "/chaufferie").ToList();
        var electricity = Buildings.Select(name => name + "/elec").ToList();
        var gas = Buildings.Select(name => name + "/gaz").ToList();
        List<string> mqtt = [.. gas, .. Heat, .. RoomSensors, .. Plugs, "creche/elec"];
        List<string> targets = fault switch
        {
            Fault.DeadSensor or Fault.StuckSensor or Fault.Drift =>
                [.. boilers.SelectMany(boiler => BoilerSensors.Select(sensor => $"{boiler}/{sensor}")), .. RoomSensors],
            Fault.SilentDevice => [.. boilers, .. Cascade, .. electricity, .. mqtt],
            Fault.CounterReset => [.. electricity, .. gas, .. Heat, .. Plugs],
            Fault.GarbageMqtt => mqtt,
            Fault.WindowOpen => [.. Buildings],
            Fault.WrongApplication => ["gymnase/chaufferie", "creche/chaufferie"],
            _ => boilers,
        };
        return [.. targets.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
