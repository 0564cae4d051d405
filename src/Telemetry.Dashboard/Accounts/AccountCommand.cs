using System.Security.Cryptography;
using Telemetry.Dashboard.Journal;

namespace Telemetry.Dashboard.Accounts;

/// <summary><c>dashboard account add NAME --role ROLE</c>, for the first administrator has no page to be made on, and <c>dashboard account seal NAME</c>.</summary>
internal static class AccountCommand
{
    private const string Usage = "Usage: dashboard account add NAME --role elu|officer|technician|administrator\n"
        + "         The password is read from the standard input (one line), so that it stays out of the shell's history.\n"
        + "       dashboard account seal NAME\n"
        + "         Makes a break-glass account, or seals it again: prints its new password once, to be put in an envelope. Its open sessions end.";

    public static async Task<int> RunAsync(string[] args, IServiceProvider services, TextReader input, TextWriter output, TextWriter error)
    {
        switch (args)
        {
            case ["add", var name, "--role", var word] when Enum.TryParse<Role>(word, ignoreCase: true, out var role) && role is not (Role.Maintainer or Role.BreakGlass) && Enum.IsDefined(role):
                await AccountSetup.MigrateAsync(services, CancellationToken.None);
                return await AddAsync(name, role, services, input, output, error);
            case ["seal", var name]:
                await AccountSetup.MigrateAsync(services, CancellationToken.None);
                return await SealAsync(name, services, output, error);
            default:
                await error.WriteLineAsync(Usage);
                return 2;
        }
    }

    private static async Task<int> AddAsync(string name, Role role, IServiceProvider services, TextReader input, TextWriter output, TextWriter error)
    {
        await output.WriteAsync("Password: ");
        var password = await input.ReadLineAsync() ?? "";
        var problem = await services.GetRequiredService<AccountStore>().AddAsync(new(name, role, password), CancellationToken.None);
        if (problem != AccountProblem.None)
        {
            await error.WriteLineAsync(Words(problem, name));
            return 1;
        }

        Journal(services, JournalActions.AccountMade, name, role);
        await output.WriteLineAsync($"Account '{name}' made.");
        return 0;
    }

    private static async Task<int> SealAsync(string name, IServiceProvider services, TextWriter output, TextWriter error)
    {
        var store = services.GetRequiredService<AccountStore>();
        var password = string.Join('-', RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 30).Chunk(5).Select(part => new string(part)));
        var account = await store.FindAsync(name, CancellationToken.None);
        var problem = account is null ? await store.AddAsync(new(name, Role.BreakGlass, password), CancellationToken.None)
            : account.Role == Role.BreakGlass ? await store.SetPasswordAsync(account, password, mustChange: false, CancellationToken.None)
            : AccountProblem.NameTaken;
        if (problem != AccountProblem.None)
        {
            await error.WriteLineAsync(Words(problem, name));
            return 1;
        }

        if (account is not null)
        {
            await services.GetRequiredService<SessionBook>().EndOthersAsync(account.Id, null, CancellationToken.None);
        }

        Journal(services, JournalActions.SealMade, name, Role.BreakGlass);
        await output.WriteLineAsync($"Break-glass account '{name}'. Its password, told this once: {password}");
        return 0;
    }

    private static void Journal(IServiceProvider services, JournalAction action, string name, Role role) => services.GetRequiredService<IJournal>().Append(new()
    {
        Action = action, By = new(Environment.UserName, "", Actor.CommandLine), Object = name, Asked = role.ToString(), Outcome = "done",
    });

    private static string Words(AccountProblem problem, string name) => problem switch
    {
        AccountProblem.NameTaken => $"There is already an account '{name}'.",
        AccountProblem.ShortPassword => $"The password needs at least {PasswordRule.Shortest} characters, {PasswordRule.Longest} at most.",
        AccountProblem.GuessablePassword => "This password is among the first that would be tried. Take several words that have nothing to do with each other, or with the place.",
        _ => "A name is made of letters, digits, spaces, dots and dashes, 64 at most.",
    };
}
