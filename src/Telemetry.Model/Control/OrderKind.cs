namespace Telemetry.Model.Control;

/// <summary>What an order does.</summary>
public enum OrderKind
{
    /// <summary>Changes a set point until an instant.</summary>
    Override,

    /// <summary>Ends the change in force and hands control back to the controller's programme.</summary>
    Release,
}
