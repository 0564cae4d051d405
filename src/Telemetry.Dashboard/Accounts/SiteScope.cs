namespace Telemetry.Dashboard.Accounts;

/// <summary>The buildings of whoever asks; everything for the program itself.</summary>
internal sealed class SiteScope(IHttpContextAccessor web)
{
    /// <summary>Whether nothing is out of reach.</summary>
    public bool IsWhole => web.HttpContext is not { } context || !context.User.HasClaim(claim => claim.Type == Rights.SiteClaim);

    public bool Covers(string building) => web.HttpContext is not { } context || context.User.Covers(building);
}
