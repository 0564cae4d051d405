using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Telemetry.Analytics.Alarms;
using Telemetry.Analytics.History;
using Telemetry.Analytics.Ingest;
using Telemetry.Analytics.Programmes;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Reports;
using Telemetry.Analytics.Streams;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Journal;

namespace Telemetry.Dashboard.Tests.Canned;

/// <summary>The whole dashboard on the canned town, with the demonstration accounts.</summary>
internal sealed partial class Site : WebApplicationFactory<Program>
{
    public const string Password = "bonne route Valmont";
    private readonly string _folder;

    // The site whose files this one goes on with deletes them.
    private readonly bool _borrowed;

    public Site()
        : this(Directory.CreateTempSubdirectory("dashboard-").FullName, null)
    {
    }

    private Site(string folder, Orders? orders)
    {
        (_folder, _borrowed) = (folder, orders is not null);
        Town = new Valmont(Clock);
        Values = new Values(Clock);
        Orders = orders ?? new Orders(Clock, Town);
        Programmes = new Programmes(Clock, Town);
        Figures = new Figures(Clock, Town);
        Alarms = new Alarms(Clock);
    }

    /// <summary>Whether it is a centre people learn on.</summary>
    public bool Training { get; init; }

    public Noon Clock { get; } = new();

    /// <summary>The clock of sessions, delays and codes.</summary>
    public Hands RealClock { get; } = new();

    /// <summary>Other settings, before the site starts.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    public Valmont Town { get; }

    public Values Values { get; }

    public Orders Orders { get; }

    public Programmes Programmes { get; }

    public Figures Figures { get; }

    public Alarms Alarms { get; }

    /// <summary>A site whose school keeps a programme on its gateway.</summary>
    public static Site WithProgramme()
    {
        var site = new Site();
        site.Programmes.Keep(SchoolProgramme.At(site.Clock.Now));
        return site;
    }

    /// <summary>The school's programme in force.</summary>
    public Telemetry.Model.Schedules.Programme InForce => Programmes.InForce(Valmont.BoilerOf("gw-ecole"))!;

    /// <summary>Posts a form of a programme as a browser does: with the version that its page shows.</summary>
    public static async Task<HttpResponseMessage> PostVersionAsync(HttpClient browser, string page, IEnumerable<(string Name, string Value)> fields, string? seen = null)
    {
        var shown = Seen().Match(await browser.GetStringAsync(page, TestContext.Current.CancellationToken)).Groups["seen"].Value;
        return await PostAsync(browser, page, page, [.. fields, ("Vu", seen ?? shown), ("Envoi", Guid.NewGuid().ToString())]);
    }

    /// <summary>Another site on the files of this one, as after a death of the process; this one is disposed last.</summary>
    public Site Restarted() => new(_folder, Orders.Restarted());

    /// <summary>A browser of nobody, that follows no redirection by itself.</summary>
    public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });

    /// <summary>A browser somebody signed in with.</summary>
    public async Task<HttpClient> BrowserOfAsync(string? name)
    {
        var browser = Browser();
        if (name is not null)
        {
            using var answer = await PostAsync(browser, "/connexion", "/connexion", ("Nom", name), ("MotDePasse", Password));
            Assert.Equal(System.Net.HttpStatusCode.Found, answer.StatusCode);
        }

        return browser;
    }

    /// <summary>A browser of whoever broke the glass.</summary>
    public async Task<HttpClient> BreakGlassAsync(string name)
    {
        using var output = new StringWriter();
        var browser = Browser();
        Assert.Equal(0, await AccountCommand.RunAsync(["seal", name], Services, TextReader.Null, output, TextWriter.Null));
        using var entered = await PostAsync(browser, "/connexion", "/connexion", ("Nom", name), ("MotDePasse", output.ToString().Split(": ")[^1].Trim()));
        Assert.Equal(System.Net.HttpStatusCode.Found, entered.StatusCode);
        return browser;
    }

    /// <summary>Posts a form with the token of the page it stands on.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, string action, params (string Name, string Value)[] fields)
    {
        return await SendAsync(browser, action, TokenOf(await browser.GetStringAsync(page, TestContext.Current.CancellationToken)), fields);
    }

    /// <summary>The token of a page's forms.</summary>
    public static string TokenOf(string page)
    {
        var token = Token().Match(page).Groups["token"].Value;
        Assert.NotEmpty(token);
        return token;
    }

    /// <summary>Posts a form with a token already read.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string action, string token, (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("__RequestVerificationToken", token)]);
        return await browser.PostAsync(action, form, TestContext.Current.CancellationToken);
    }

    /// <summary>Reads an order over and sends what was read.</summary>
    public static async Task<HttpResponseMessage> OrderAsync(HttpClient browser, string boiler, string query)
    {
        var reread = $"{boiler}/relire?{query}";
        return await PostAsync(browser, reread, boiler + "/relire", ("Form.Billet", await TicketAsync(browser, reread)));
    }

    /// <summary>What a page that reads an order over has sealed; empty when it sealed nothing.</summary>
    public static async Task<string> TicketAsync(HttpClient browser, string reread) =>
        System.Net.WebUtility.HtmlDecode(Ticket().Match(await browser.GetStringAsync(reread, TestContext.Current.CancellationToken)).Groups["ticket"].Value);

    /// <summary>Runs SQL on the journal's file, as somebody with a tool would.</summary>
    public void Tamper(string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_folder, "journal.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Telemetry:Data", _folder);
        builder.UseSetting("Telemetry:Demo", "true");
        builder.UseSetting("Telemetry:Training", Training ? "true" : "false");
        builder.UseSetting("Telemetry:DemoPassword", Password);
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            // Tests sign in hundreds of times: what makes guessing slow would make them slow.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
            foreach (var service in services.Where(IsAnalyticsWork).ToList())
            {
                services.Remove(service);
            }

            services.Replace(ServiceDescriptor.Singleton(new RealClock(RealClock)));
            services.Replace(ServiceDescriptor.Singleton<IIngestFacts>(new Intake()));
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Replace(ServiceDescriptor.Singleton<ITownRegistry>(Town));
            services.Replace(ServiceDescriptor.Singleton<ILiveValues>(Values));
            services.Replace(ServiceDescriptor.Singleton<IHistory>(Values));
            services.Replace(ServiceDescriptor.Singleton<IProgrammes>(Programmes));
            services.Replace(ServiceDescriptor.Singleton<IOrders>(Orders)).JournalOrders();
            services.Replace(ServiceDescriptor.Singleton<IFigures>(Figures));
            services.Replace(ServiceDescriptor.Singleton<IAlarms>(Alarms));
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Values.Dispose();
        Orders.Dispose();
        Alarms.Dispose();
        if (_borrowed)
        {
            return;
        }

        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // SQLite may still hold a pooled connection: the temporary folder stays.
        }
    }

    private static bool IsAnalyticsWork(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && (service.ImplementationType == typeof(Telemetry.Dashboard.Alarms.AlarmCaller)
            || service.ImplementationType == typeof(Telemetry.Dashboard.Alarms.Channels.MessageSender)
            || ((service.ImplementationType ?? service.ImplementationFactory?.Method.DeclaringType ?? service.ImplementationInstance?.GetType())?.FullName?.StartsWith("Telemetry.Analytics.", StringComparison.Ordinal) ?? false));

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("name=\"Vu\" value=\"(?<seen>\\d+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Seen();

    [GeneratedRegex("name=\"Form.Billet\" value=\"(?<ticket>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ticket();
}
