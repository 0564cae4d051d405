using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Telemetry.Dashboard.Journal;

namespace Telemetry.Dashboard.Accounts;

/// <summary>The session of a request: a cookie with a key, everything else read from <see cref="SessionBook"/> at each request.</summary>
internal static class Sessions
{
    public const string Confirm = "/confirmer";
    public const string ChangePassword = "/compte/mot-de-passe";
    public const string MakeFactor = "/compte/second-facteur";
    private const string KeyClaim = "session";
    private const string ProvedClaim = "proved";
    private const string DutyClaim = "duty";
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    /// <summary>How the session was proved when it was opened.</summary>
    private const string MethodClaim = "method";

    /// <summary>How long a proof of identity is good for what must not be done by whoever finds the phone.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    /// <summary>Sets the cookie as the security reference wants it.</summary>
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = SessionCookies.Name;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.TimeProvider = TimeProvider.System; // a session lasts its hours even where the town's clock runs faster
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = false;
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = ToSignIn;
        options.Events.OnRedirectToAccessDenied = Denied;
    }

    /// <summary>Lets somebody in, whatever their way: journalled, and loudly where the seal of the break-glass account is broken.</summary>
    /// <param name="context">The request.</param>
    /// <param name="account">Who it is.</param>
    /// <param name="method">How they proved it: one of <see cref="Proofs"/>.</param>
    /// <param name="through">Who vouched for them; empty for ourselves.</param>
    public static async Task EnterAsync(HttpContext context, Account account, string method, string through = "")
    {
        var (services, loud) = (context.RequestServices, account.Role == Role.BreakGlass);
        services.GetRequiredService<IJournal>().Append(new()
        {
            Action = loud ? JournalActions.SealBroken : JournalActions.SessionOpened, By = new(account.Name, account.Role.ToString(), Actor.Web),
            Object = through, Asked = method, Outcome = "done",
        });
        if (loud)
        {
            await services.GetRequiredService<AccountStore>().UnsealAsync(account.Id, context.RequestAborted);
            services.GetRequiredService<Announcements>().Forget();
        }

        await OpenAsync(context, account, method);
    }

    // Under a new key; the session the browser had is ended.
    private static async Task OpenAsync(HttpContext context, Account account, string method)
    {
        var book = context.RequestServices.GetRequiredService<SessionBook>();
        if (KeyOf(context.User) is { } before)
        {
            await book.EndAsync(before, context.RequestAborted);
        }

        var key = await book.OpenAsync(account.Id, method, Devices.NameOf(context.Request.Headers.UserAgent.ToString()), context.RequestAborted);
        await context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity([new(KeyClaim, key)], CookieAuthenticationDefaults.AuthenticationScheme)));
    }

    /// <summary>The person proved again who they are: the session goes on under a new key.</summary>
    public static Task RenewAsync(HttpContext context, Account account, string method) =>
        OpenAsync(context, account, Proofs.IsStrong(method) ? method : context.User.FindFirstValue(MethodClaim) ?? method);

    /// <summary>Ends the session of this browser.</summary>
    public static async Task CloseAsync(HttpContext context)
    {
        if (KeyOf(context.User) is { } key)
        {
            await context.RequestServices.GetRequiredService<SessionBook>().EndAsync(key, context.RequestAborted);
        }

        await context.SignOutAsync();
    }

    /// <summary>Key of the person's session; null without one.</summary>
    public static string? KeyOf(ClaimsPrincipal person) => person.FindFirstValue(KeyClaim);

    /// <summary>Whether the session was opened, or proved again, by something of our own accounts: a password, a code, a passkey.</summary>
    public static bool IsOwnProof(ClaimsPrincipal person) => person.FindFirstValue(MethodClaim) is { } method and not (Proofs.External or Proofs.ExternalStrong) && method.Length > 0;

    /// <summary>What the person must do before anything is opened to them; null for nothing.</summary>
    public static string? DutyOf(ClaimsPrincipal person) => person.FindFirstValue(DutyClaim);

    /// <summary>A stream that stops soon after the session it was opened in has ended; it does not keep the session alive.</summary>
    public static async IAsyncEnumerable<T> WhileOpenAsync<T>(HttpContext context, IAsyncEnumerable<T> stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        var book = context.RequestServices.GetRequiredService<SessionBook>();
        var (key, looked) = (KeyOf(context.User), TimeProvider.System.GetTimestamp());
        await foreach (var item in stream.WithCancellation(cancel))
        {
            if (TimeProvider.System.GetElapsedTime(looked) >= Look)
            {
                looked = TimeProvider.System.GetTimestamp();
                if (key is null || await book.SeeAsync(key, cancel, used: false) is null)
                {
                    yield break;
                }
            }

            yield return item;
        }
    }

    /// <summary>How long the session may stay unused, seconds; null before anything is opened to the person.</summary>
    public static int? IdleSeconds(ClaimsPrincipal person) =>
        Enum.TryParse<Role>(person.FindFirstValue(ClaimTypes.Role), out var role) ? SessionBook.LimitsOf(role).Idle : null;

    /// <summary>Keeps a session that its owner says is in use.</summary>
    public static void MapSessions(this IEndpointRouteBuilder routes) => routes.MapGet("/compte/prolonger", () => TypedResults.NoContent()).RequireAuthorization();

    /// <summary>Whether the person proved lately who they are.</summary>
    public static bool IsFresh(HttpContext context) => IsFresh(context, Fresh);

    /// <summary>Whether the person proved who they are within that time.</summary>
    public static bool IsFresh(HttpContext context, TimeSpan within) =>
        long.TryParse(context.User.FindFirstValue(ProvedClaim), CultureInfo.InvariantCulture, out var proved)
        && context.RequestServices.GetRequiredService<RealClock>().Now - proved < within.TotalSeconds;

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (context.Principal is not { } holder || KeyOf(holder) is not { } key
            || await services.GetRequiredService<SessionBook>().SeeAsync(key, context.HttpContext.RequestAborted) is not { } open)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
            return;
        }

        context.ReplacePrincipal(Person(open.Session, open.Account, open.HasFactor, key, services.GetRequiredService<SecondFactors>().Required));
    }

    // Roles and buildings are those of now, not those of when the session was opened.
    private static ClaimsPrincipal Person(OpenSession session, Account account, bool hasFactor, string key, bool twoFactors)
    {
        // Whoever has a second factor shows it, compulsory or not; whoever has none and needs one makes it first.
        var duty = hasFactor && !Proofs.IsStrong(session.Method) ? Confirm
            : account.MustChangePassword ? ChangePassword
            : twoFactors && account.Role.NeedsTwoFactors() && !Proofs.IsStrong(session.Method) ? MakeFactor
            : null;
        var claims = new List<Claim>
        {
            new(ClaimTypes.NameIdentifier, account.Stamp), // what form tokens are tied to: they outlive a new proof of identity
            new(ClaimTypes.Name, account.Name), new(KeyClaim, key), new(ProvedClaim, session.ProvedAt.ToString(CultureInfo.InvariantCulture)), new(MethodClaim, session.Method),
        };
        if (duty is null)
        {
            claims.Add(new(ClaimTypes.Role, account.Role.ToString()));
            claims.AddRange(account.SiteList.Select(site => new Claim(Rights.SiteClaim, site)));
        }
        else
        {
            claims.Add(new(DutyClaim, duty));
        }

        return new(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
    }

    private static Task Denied(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (DutyOf(context.HttpContext.User) is { } duty)
        {
            context.Response.Redirect(Wording.Language.Of(context.Request.Path).Link(duty));
        }
        else
        {
            context.HttpContext.RequestServices.GetRequiredService<IJournal>().Append(new()
            {
                Action = JournalActions.AccessRefused, By = Actor.Of(context.HttpContext), Object = context.Request.Path.ToString(), Outcome = "refused",
            });
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    }

    private static Task ToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments("/direct", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        var back = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : request.Path.ToString();
        var query = QueryString.Create("retour", back);
        if (SessionCookies.IsPresent(request))
        {
            query = query.Add("expiree", "1");
        }

        context.Response.Redirect(Wording.Language.Of(request.Path).Link("/connexion") + query);
        return Task.CompletedTask;
    }
}
