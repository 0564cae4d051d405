using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.WebEncoders;
using Telemetry.Analytics;
using Telemetry.Analytics.Groups;
using Telemetry.Analytics.Ingest;
using Telemetry.Analytics.Registry;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Accounts.External;
using Telemetry.Dashboard.Alarms;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Boilers.Groups;
using Telemetry.Dashboard.Pages;
using Telemetry.Dashboard.Programmes;
using Telemetry.Dashboard.Reports;
using Telemetry.Dashboard.Security;
using Telemetry.Messaging.Clock;

namespace Telemetry.Dashboard;

/// <summary>What the dashboard is made of.</summary>
internal static class Services
{
    /// <summary>Where data is kept unless told otherwise.</summary>
    public const string DataKey = "Telemetry:Data";
    public const string TrainingKey = "Telemetry:Training";
    public const string DemoKey = "Telemetry:Demo";
    public const string DemoPasswordKey = "Telemetry:DemoPassword";

    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["TELEMETRY_DATA"] = DataKey,
        ["TELEMETRY_TRAINING"] = TrainingKey,
        ["TELEMETRY_DEMO"] = DemoKey,
        ["TELEMETRY_DEMO_PASSWORD"] = DemoPasswordKey,
    };

    /// <summary>The short variables of <c>docs/guide-en.md</c>, beside the usual configuration.</summary>
    public static void AddEnvironment(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(Variables
            .Select(one => KeyValuePair.Create(one.Value, Environment.GetEnvironmentVariable(one.Key)))
            .Where(one => !string.IsNullOrEmpty(one.Value)));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
        });
        builder.Host.ConfigureHostOptions(options => options.ShutdownTimeout = TimeSpan.FromSeconds(5));
    }

    /// <summary>The town's clock.</summary>
    public static void AddTime(this IServiceCollection services) => services.AddSingleton(CivilClock.FromEnvironment());

    /// <summary>Pages and what stands before them.</summary>
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(options => options.Conventions.Add(new BothLanguages()))
            .AddMvcOptions(options => options.Filters.Add(new Seats(2 * Environment.ProcessorCount)));
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "forgery";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddRouting(options => options.LowercaseUrls = true);
        services.AddRateLimiter(Limits.AddTo);
        services.AddOutputCache(options => options.SizeLimit = 8 * 1024 * 1024);
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddSingleton<BoilerRooms>();
        services.AddSingleton<OrderTickets>();
        // Two to five seconds from one boiler room of a group to the next: no two burners of a town start together.
        services.AddSingleton<GroupScribe>();
        services.AddSingleton(provider => new GroupDesk(
            provider.GetRequiredService<IGroups>(), provider.GetRequiredService<IOrders>(), provider.GetRequiredService<GroupScribe>(), provider.GetRequiredService<TimeProvider>(),
            () => TimeSpan.FromSeconds(2 + (3 * Random.Shared.NextDouble())), provider.GetRequiredService<ILogger<GroupDesk>>()));
        services.AddHostedService<GroupKeeper>();
        services.AddSingleton<ProgrammeDesk>();
        services.AddSingleton<SiteFrame>();
        services.AddSingleton<OfficeScribe>();
        services.AddSingleton<Reporting>();
    }

    /// <summary>Accounts, sessions and rights.</summary>
    public static void AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        RealmMark.Check(configuration[DataKey] ?? "data", new Realm(configuration.GetValue<bool>(TrainingKey)));
        var folder = Directory.CreateDirectory(configuration[DataKey] ?? "data").FullName;
        services.AddDbContextFactory<AccountsContext>(options => options.UseSqlite($"Data Source={Path.Combine(folder, "accounts.db")}"));
        services.AddDataProtection().SetApplicationName(configuration.GetValue<bool>(TrainingKey) ? "telemetry-training" : "telemetry").PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(folder, "keys")));
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddAccountParts();
        var external = new ExternalSignIn(configuration);
        services.AddSingleton(external);
        external.AddTo(services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            Sessions.Configure(options);
            options.Cookie.Name = configuration.GetValue<bool>(TrainingKey) ? SessionCookies.TrainingName : SessionCookies.Name;
        }));
        services.AddAuthorization(Rights.AddTo);
    }

    /// <summary>Figures, values and orders.</summary>
    public static void AddAnalytics(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddTelemetryAnalytics(configuration);
        services.AddAlarmPages(configuration);
    }

    /// <summary>Style sheet, scripts and libraries: named with a fingerprint by the pages, so kept for ever by browsers.</summary>
    public static void UseFiles(this IApplicationBuilder app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
            file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    });
}
