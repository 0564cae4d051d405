using Telemetry.Model.Sites;

namespace Telemetry.Messaging.Programmes;

/// <summary><c>valmont-sur-orne/gw-ecole/chaufferie</c>.</summary>
internal sealed class EquipmentIdConverter : TextConverter<EquipmentId>
{
    /// <inheritdoc />
    protected override string Example => "valmont-sur-orne/gw-ecole/chaufferie";

    /// <inheritdoc />
    protected override bool TryParse(string text, out EquipmentId value)
    {
        var words = text.Split('/');
        var named = words.Length == 3 && Array.TrueForAll(words, word => word.Length > 0);
        value = named ? new EquipmentId(words[0], words[1], words[2]) : default;
        return named;
    }

    /// <inheritdoc />
    protected override string Text(EquipmentId value) => value.ToString();
}
