namespace Telemetry.Analytics.Reports.Actions;

/// <summary>The register of actions.</summary>
public interface IActions
{
    /// <summary>All, those to be done first, by due date.</summary>
    IReadOnlyList<EnergyAction> All();

    /// <summary>One; null when there is none.</summary>
    EnergyAction? Find(long id);

    /// <summary>Keeps a new action.</summary>
    EnergyAction Add(EnergyAction action, string by);

    /// <summary>Moves an action on; each move is kept with its author.</summary>
    /// <param name="action">As it shall be.</param>
    /// <param name="by">Who.</param>
    /// <param name="note">What they say; may be empty.</param>
    void Move(EnergyAction action, string by, string note);
}
