using Telemetry.Dashboard.Journal;

namespace Telemetry.Dashboard.Accounts;

/// <summary><c>dashboard account add NAME --role ROLE</c>: the first administrator has no page to be made on.</summary>
internal static class AccountCommand
{
    private const string Usage = "Usage: dashboard account add NAME --role elu|officer|technician|administrator\n"
        + "The password is read from the standard input (one line), so that it stays out of the shell's history.";

    public static async Task<int> RunAsync(string[] args, IServiceProvider services, TextReader input, TextWriter output, TextWriter error)
    {
        if (args is not ["add", var name, "--role", var word] || !Enum.TryParse<Role>(word, ignoreCase: true, out var role) || !Enum.IsDefined(role))
        {
            await error.WriteLineAsync(Usage);
            return 2;
        }

        await output.WriteAsync("Password: ");
        var password = await input.ReadLineAsync() ?? "";
        await AccountSetup.MigrateAsync(services, CancellationToken.None);
        var problem = await services.GetRequiredService<AccountStore>().AddAsync(name, role, password, CancellationToken.None);
        if (problem == AccountProblem.None)
        {
            services.GetRequiredService<IJournal>().Append(new()
            {
                Action = JournalActions.AccountMade, By = new(Environment.UserName, "", Actor.CommandLine), Object = name, Asked = role.ToString(), Outcome = "done",
            });
        }

        await (problem == AccountProblem.None ? output : error).WriteLineAsync(problem switch
        {
            AccountProblem.None => $"Account '{name}' made.",
            AccountProblem.NameTaken => $"There is already an account '{name}'.",
            AccountProblem.ShortPassword => $"The password needs at least {AccountStore.ShortestPassword} characters.",
            _ => "A name is made of letters, digits, spaces, dots and dashes, 64 at most.",
        });
        return problem == AccountProblem.None ? 0 : 1;
    }
}
