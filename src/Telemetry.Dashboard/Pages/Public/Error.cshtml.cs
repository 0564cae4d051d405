using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Public;

/// <summary>Says what went wrong, in the language of the page that was asked for.</summary>
// The page that explains a refused form is reached by that same form: asking for its token again would refuse the explanation.
[IgnoreAntiforgeryToken]
internal sealed class Error : SitePage
{
    public int Status { get; private set; }

    public override Language Language => Language.Of(Asked);

    public override string FrenchPath => "/";

    private PathString Asked =>
        HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path
        ?? Request.Path;

    /// <summary>What to say about it.</summary>
    public (Phrase Title, Phrase Text) Words => HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Error is JournalException
        ? (ErrorWords.NoJournal, ErrorWords.NoJournalText)
        : ErrorWords.Of(Status);

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    // Reached by its own address, the page is itself a page that does not exist.
    private void Show(int status)
    {
        var told = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerPathFeature>() is not null;
        Status = told ? status : StatusCodes.Status404NotFound;
        Response.StatusCode = Status;
    }
}
