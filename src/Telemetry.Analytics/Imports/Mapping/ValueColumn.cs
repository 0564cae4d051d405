namespace Telemetry.Analytics.Imports.Mapping;

/// <summary>A column of numbers and where they go.</summary>
/// <param name="Column">Its name in the file.</param>
/// <param name="Series">The series they belong to; <c>{column}</c> stands for the text of another column of the row.</param>
/// <param name="Unit">Unit kept.</param>
/// <param name="Factor">What a value of the file is multiplied by to be in <paramref name="Unit"/>.</param>
/// <param name="Offset">Added after: -273.15 for kelvin.</param>
/// <param name="Line">Its line in the mapping.</param>
public sealed record ValueColumn(string Column, string Series, string Unit, double Factor, double Offset, int Line);
