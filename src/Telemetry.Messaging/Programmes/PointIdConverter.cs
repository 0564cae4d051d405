using Telemetry.Model.Sites;

namespace Telemetry.Messaging.Programmes;

/// <summary><c>valmont-sur-orne/gw-ecole/classe-1/room.temperature</c>.</summary>
internal sealed class PointIdConverter : TextConverter<PointId>
{
    /// <inheritdoc />
    protected override string Example => "valmont-sur-orne/gw-ecole/classe-1/room.temperature";

    /// <inheritdoc />
    protected override bool TryParse(string text, out PointId value) => PointId.TryParse(text, out value);

    /// <inheritdoc />
    protected override string Text(PointId value) => value.ToString();
}
