using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Telemetry.Model.Schedules;

namespace Telemetry.Messaging.Programmes;

/// <summary>A programme as it travels and is kept (<c>docs/wire.md</c>): JSON in UTF-8.</summary>
/// <remarks>Strict on reading: a member it does not know may be a rule it would not obey, so the whole programme is refused.</remarks>
public static class ProgrammeJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(SayEveryHolidayRule).WithAddedModifier(KeepSilentOfNothingKept),
        IgnoreReadOnlyProperties = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 16,
        Converters =
        {
            new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false),
            new LocalMinuteConverter(),
            new CivilMomentConverter(),
            new EquipmentIdConverter(),
            new PointIdConverter(),
        },
    };

    // « The usual week goes on » is a null where silence means the usual closing: it must be said.
    private static void SayEveryHolidayRule(JsonTypeInfo type)
    {
        if (type.Type == typeof(HolidayRules))
        {
            foreach (var rule in type.Properties)
            {
                rule.ShouldSerialize = (_, _) => true;
            }
        }
    }

    // A gateway of an earlier version refuses a member it does not know: it hears of this one only where it is used.
    private static void KeepSilentOfNothingKept(JsonTypeInfo type)
    {
        if (type.Type == typeof(Programme))
        {
            type.Properties.First(property => property.Name == "kept").ShouldSerialize = (programme, _) => ((Programme)programme).Kept.Count > 0;
        }
    }

    /// <summary>The bytes of a programme.</summary>
    public static byte[] Write(Programme programme) => JsonSerializer.SerializeToUtf8Bytes(programme, Options);

    /// <summary>The programme in some bytes.</summary>
    /// <param name="json">What came.</param>
    /// <param name="problem">Where and why it cannot be understood; null when it can.</param>
    /// <returns>Null when it cannot be understood.</returns>
    public static Programme? Read(ReadOnlySpan<byte> json, out string? problem)
    {
        try
        {
            var programme = JsonSerializer.Deserialize<Programme>(json, Options);
            problem = programme is null ? "null" : null;
            return programme;
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException)
        {
            problem = wrong.Message;
            return null;
        }
    }
}
