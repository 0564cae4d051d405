using System.Security.Claims;

namespace Telemetry.Dashboard.Journal;

/// <summary>Who did it, in which role, by which way.</summary>
/// <param name="Name">The account's name; <see cref="Nobody"/> when nobody is known.</param>
/// <param name="Role">The role held at that moment; empty without an account.</param>
/// <param name="Channel">Where it came from: <c>web</c>, <c>command line</c>, <c>gateway gw-ecole</c>, <c>centre</c>.</param>
internal sealed record Actor(string Name, string Role, string Channel)
{
    public const string Nobody = "?";
    public const string Web = "web";
    public const string CommandLine = "command line";

    /// <summary>The person whose page this is.</summary>
    public static Actor Of(HttpContext context) =>
        new(context.User.Identity?.Name ?? Nobody, context.User.FindFirstValue(ClaimTypes.Role) ?? "", Web);
}
