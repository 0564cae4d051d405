using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>A leaf of a message: a number, nothing, or a text.</summary>
/// <param name="Number">The number; NaN when it is none.</param>
/// <param name="IsNull">The device says that it has no value.</param>
/// <param name="IsNumber">There is a number.</param>
/// <param name="Text">As it was written.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Field(double Number, bool IsNull, bool IsNumber, string Text)
{
    /// <summary>The device has no value for it.</summary>
    internal static readonly Field Null = new(double.NaN, IsNull: true, IsNumber: false, "");

    /// <summary>The field's own instant; null when it has that of its message.</summary>
    internal DateTimeOffset? At { get; init; }

    /// <summary>What the device says of this very field.</summary>
    internal Quality Quality { get; init; }

    internal static Field Of(double number) => new(number, IsNull: false, IsNumber: true, number.ToString("R", CultureInfo.InvariantCulture));

    internal static Field Of(bool flag) => flag ? new(1, IsNull: false, IsNumber: true, "true") : new(0, IsNull: false, IsNumber: true, "false");

    /// <summary>A text; a number only where a table of words makes it one.</summary>
    internal static Field Of(string text) => new(double.NaN, IsNull: false, IsNumber: false, text);

    /// <summary>A text that is a number written plainly, such as <c>230.5</c>; else the text.</summary>
    internal static Field Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? new Field(number, IsNull: false, IsNumber: true, text)
            : Of(text);

    internal static Field Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => Null,
        JsonValueKind.Number => new Field(element.GetDouble(), IsNull: false, IsNumber: true, element.GetRawText()),
        JsonValueKind.True => Of(flag: true),
        JsonValueKind.False => Of(flag: false),
        JsonValueKind.String => Of(element.GetString() ?? ""),
        _ => Of(element.GetRawText()),
    };
}
