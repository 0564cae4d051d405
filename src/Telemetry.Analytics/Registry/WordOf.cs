namespace Telemetry.Analytics.Registry;

/// <summary>Words of the wire and of the store as members of our enumerations.</summary>
internal static class WordOf
{
    /// <summary>The member a word names; the first of the enumeration when it names none, so that an older centre reads a newer gateway.</summary>
    internal static T Enumeration<T>(string? word)
        where T : struct, Enum =>
        word is { Length: > 0 } && char.IsLetter(word[0]) && Enum.TryParse<T>(word, ignoreCase: false, out var member) && Enum.IsDefined(member)
            ? member
            : Enum.GetValues<T>()[0];
}
