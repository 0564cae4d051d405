namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>Lets orders use a bus between two polls.</summary>
internal interface IFieldBus
{
    /// <summary>Runs a piece of work on the bus's thread, before any poll.</summary>
    /// <returns>False when too much is waiting: nothing was kept.</returns>
    bool Submit(Action<IModbusMaster> work);

    /// <summary>Polls a device as soon as the bus is free.</summary>
    void PollSoon(string device);
}
