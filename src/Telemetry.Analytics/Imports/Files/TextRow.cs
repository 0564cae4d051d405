namespace Telemetry.Analytics.Imports.Files;

/// <summary>One row of a file.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Cells">Its cells, trimmed.</param>
internal sealed record TextRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>A cell; empty when the row is too short.</summary>
    internal string Cell(int place) => place >= 0 && place < Cells.Count ? Cells[place] : "";

    /// <summary>The row as it stood, for the list of what was refused.</summary>
    internal string Text => string.Join(';', Cells) is { Length: > 120 } text ? text[..120] + "…" : string.Join(';', Cells);
}
