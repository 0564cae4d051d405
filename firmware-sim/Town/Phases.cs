namespace FirmwareSim.Town;

/// <summary>One value for each of the three phases.</summary>
internal readonly record struct Phases(double L1, double L2, double L3)
{
    internal double Sum => L1 + L2 + L3;

    public static Phases operator +(Phases a, Phases b) => new(a.L1 + b.L1, a.L2 + b.L2, a.L3 + b.L3);

    public static Phases operator *(Phases a, double factor) => new(a.L1 * factor, a.L2 * factor, a.L3 * factor);

    internal double this[int phase] => phase switch { 0 => L1, 1 => L2, _ => L3 };
}
