using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Accounts;

/// <summary>A page whose forms are taken only from somebody who proved lately who they are; others prove it first, and find their form filled again.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FreshProofAttribute : Attribute, IAsyncPageFilter
{
    private const int LongestReturn = 1500;

    /// <summary>How long ago the proof may be, minutes; an emergency that nobody can undo from afar asks for it anew.</summary>
    public int WithinMinutes { get; init; } = (int)Sessions.Fresh.TotalMinutes;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsPost(http.Request.Method) && http.User.Identity is { IsAuthenticated: true } && !Sessions.IsFresh(http, TimeSpan.FromMinutes(WithinMinutes)))
        {
            context.Result = new RedirectResult(Language.Of(http.Request.Path).Link(Sessions.Confirm) + QueryString.Create("retour", Back(http.Request)));
            return;
        }

        await next();
    }

    // The page the form stands on, with what was typed but secrets and seals: nothing is sent again by itself, what is read over is sealed anew.
    private static string Back(HttpRequest request)
    {
        var fields = request.Form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)
            && !field.Key.Contains("MotDePasse", StringComparison.OrdinalIgnoreCase) && !field.Key.Contains("Code", StringComparison.OrdinalIgnoreCase)
            && !field.Key.Contains("Jeton", StringComparison.OrdinalIgnoreCase) && !field.Key.Contains("Cle", StringComparison.OrdinalIgnoreCase)
            && !field.Key.Contains("Billet", StringComparison.OrdinalIgnoreCase));
        var back = request.Path + QueryString.Create(fields.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value))));
        return back.Length <= LongestReturn ? back : request.Path.ToString();
    }
}
