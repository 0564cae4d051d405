using Telemetry.Dashboard.Boilers;

namespace Telemetry.Dashboard.Pages.Technician;

/// <summary>What every page of one boiler room begins with: the boiler room its address names.</summary>
internal abstract class RoomPage(BoilerRooms rooms) : SitePage
{
    /// <summary>The boiler room; there once it was found.</summary>
    public BoilerRoom Room { get; private set; } = null!;

    /// <summary>Looks the boiler room up.</summary>
    /// <returns>False when there is none of that name, or when it is none of the visitor's.</returns>
    protected bool Find(string gateway, string device)
    {
        if (rooms.Find(gateway, device) is not { } room)
        {
            return false;
        }

        Room = room;
        return true;
    }
}
