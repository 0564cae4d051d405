using Telemetry.Dashboard.Accounts;

namespace Telemetry.Dashboard.Tests.Accounts;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("bonne route Valmont", "None")]
    [InlineData("x7vq-mh2c-9kzt", "None")]
    [InlineData("trois girafes sous la pluie", "None")]
    [InlineData("13 caractères", "ShortPassword")]
    [InlineData("motdepasse2026!", "GuessablePassword")]
    [InlineData("M0tdeP@sse-2026", "GuessablePassword")]
    [InlineData("Passw0rd12345678", "GuessablePassword")]
    [InlineData("azertyuiopqsdfghjklm", "GuessablePassword")]
    [InlineData("12345678901234567890", "GuessablePassword")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", "GuessablePassword")]
    [InlineData("lune!lune!lune!lune!", "GuessablePassword")]
    [InlineData("chaufferie-mairie-2026", "GuessablePassword")]
    [InlineData("paul.petit-2026-paul", "GuessablePassword")]
    public void Check_Password(string password, string expected) => Assert.Equal(expected, PasswordRule.Check(password, "paul.petit").ToString());

    [Fact]
    public void Check_Lengths()
    {
        var words = string.Concat(Enumerable.Range(0, 64).Select(index => (char)('a' + (index * 7 % 26))));

        Assert.Equal(AccountProblem.None, PasswordRule.Check(words, "paul"));
        Assert.Equal(AccountProblem.ShortPassword, PasswordRule.Check(new string('x', 300), "paul"));
    }
}
