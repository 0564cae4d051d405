using Telemetry.Dashboard;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Accounts.External;
using Telemetry.Dashboard.Alarms;
using Telemetry.Dashboard.Alarms.Channels;
using Telemetry.Dashboard.Api;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Live;
using Telemetry.Dashboard.Office;
using Telemetry.Dashboard.Security;
using Telemetry.Messaging.Memory;

if (OfficeCommands.Know(args))
{
    return await OfficeCommands.RunAsync(args, Console.Out, Console.Error);
}

Housekeeping.OneHeap();
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
    WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
});
builder.AddEnvironment();
builder.Services.AddTime();
builder.Services.AddPages();
builder.Services.AddAccounts(builder.Configuration);
builder.Services.AddAnalytics(builder.Configuration);
builder.Services.AddJournal(builder.Configuration);

var app = builder.Build();
if (args is ["account", ..])
{
    return await AccountCommand.RunAsync(args[1..], app.Services, Console.In, Console.Out, Console.Error);
}

if (args is ["journal", ..])
{
    return await JournalCommand.RunAsync(args[1..], app.Configuration, app.Services);
}

await app.Services.PrepareAccountsAsync(app.Configuration, CancellationToken.None);

app.UseForwardedHeaders();
app.UseSecurityHeaders();
app.UseExceptionHandler("/erreur/500");
app.UseStatusCodePagesWithReExecute("/erreur/{0}");
app.UseResponseCompression();
app.UseFiles();
app.UseRouting();
app.UseSameOriginForms();
app.UseAuthentication();
app.UseRateLimiter();
app.UseAuthorization();
app.UsePublicCache();
app.UseOutputCache();
app.MapRazorPages();
app.Services.GetRequiredService<ExternalSignIn>().Map(app);
app.MapSessions();
app.MapLive();
app.MapAlarmStream();
app.MapPush();
app.MapFigures();
app.MapHealth();
app.MapCspReports();

// Where it is developed and tested, many live in one process: only a centre in service tidies its memory.
using var housekeeping = app.Environment.IsProduction() ? new Housekeeping(TimeSpan.FromSeconds(30), most: 120L << 20) : null;
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine("ready"));
await app.RunAsync();
return 0;

/// <summary>The dashboard's entry point; named so that tests can start it.</summary>
internal sealed partial class Program;
