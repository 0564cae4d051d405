using System.Text.Json;
using System.Text.Json.Serialization;

namespace Telemetry.Messaging.Programmes;

/// <summary>A small value that travels as one text.</summary>
internal abstract class TextConverter<T> : JsonConverter<T>
{
    /// <inheritdoc />
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!, out var value)
            ? value
            : throw new JsonException($"Not a {typeof(T).Name}: write {Example}.");

    /// <inheritdoc />
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Text(value));
    }

    /// <summary>A good text, for those who wrote a bad one.</summary>
    protected abstract string Example { get; }

    /// <summary>The value in a text; false when there is none.</summary>
    protected abstract bool TryParse(string text, out T value);

    /// <summary>The text of a value.</summary>
    protected abstract string Text(T value);
}
