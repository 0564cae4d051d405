using Telemetry.Analytics.Ingest;

namespace Telemetry.Analytics.Registry;

/// <summary>Marks a data directory as real or for training at its first use, so that accounts, orders and programmes of one are never opened by the other.</summary>
public static class RealmMark
{
    private const string FileName = "realm";

    /// <summary>Marks the directory, or checks that it is of this world.</summary>
    /// <exception cref="InvalidOperationException">It belongs to the other.</exception>
    public static void Check(string directory, Realm realm)
    {
        ArgumentNullException.ThrowIfNull(realm);
        var file = Path.Combine(Directory.CreateDirectory(directory).FullName, FileName);
        var word = realm.IsTraining ? "training" : "real";
        // What was kept before there were marks is real.
        var old = File.Exists(file) ? File.ReadAllText(file).Trim() : File.Exists(Path.Combine(directory, "accounts.db")) ? "real" : word;
        if (old != word)
        {
            throw new InvalidOperationException(
                $"The data in '{directory}' are {(realm.IsTraining ? "those of a real centre" : "those of a training centre")}: give {(realm.IsTraining ? "the training centre" : "this centre")} a directory of its own (TELEMETRY_DATA).");
        }

        File.WriteAllText(file, word + "\n");
    }
}
