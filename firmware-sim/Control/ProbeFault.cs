namespace FirmwareSim.Control;

/// <summary>What is wrong with a sensor; nothing by default.</summary>
internal readonly record struct ProbeFault(bool Dead, bool Stuck, double DriftK);
