namespace Telemetry.Dashboard.Accounts;

/// <summary>The buildings of whoever asks; everything for the program itself.</summary>
internal sealed class SiteScope(IHttpContextAccessor web)
{
    public bool Covers(string building) => web.HttpContext is not { } context || context.User.Covers(building);
}
