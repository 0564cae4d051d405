namespace Telemetry.Dashboard.Wording;

/// <summary>One text of the site in both languages; <c>{0}</c> and the like are filled at the moment of showing.</summary>
/// <param name="Fr">In French.</param>
/// <param name="En">In English.</param>
internal sealed record Phrase(string Fr, string En);
