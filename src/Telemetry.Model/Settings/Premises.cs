namespace Telemetry.Model.Settings;

/// <summary>What a zone is used for, as far as the law's temperatures go (Code de l'énergie R.241-26 to R.241-29).</summary>
public enum Premises
{
    /// <summary>Classrooms, offices, halls open to the public.</summary>
    Ordinary,

    /// <summary>A nursery, or rooms for people who need care.</summary>
    SmallChildren,

    /// <summary>A hall for sport.</summary>
    SportHall,

    /// <summary>Changing rooms and showers.</summary>
    ChangingRoom,
}
