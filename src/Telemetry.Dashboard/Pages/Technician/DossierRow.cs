namespace Telemetry.Dashboard.Pages.Technician;

/// <summary>One figure of the dossier: what it is, what it is worth, what it should be.</summary>
internal sealed record DossierRow(string Name, string Value, string Aim);
