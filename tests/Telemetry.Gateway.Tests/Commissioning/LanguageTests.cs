using Telemetry.Gateway.Commissioning;

namespace Telemetry.Gateway.Tests.Commissioning;

/// <summary>French first, and whoever asks for English gets it.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData(null, "fr_FR.UTF-8", true)]
    [InlineData(null, "en_GB.UTF-8", false)]
    [InlineData(null, "de_DE.UTF-8", false)]
    [InlineData(null, "C.UTF-8", true)]
    [InlineData(null, null, true)]
    [InlineData("en", "fr_FR.UTF-8", false)]
    [InlineData("fr", "en_GB.UTF-8", true)]
    public void Of_AskedAndEnvironment(string? asked, string? lang, bool french) =>
        Assert.Equal(french, Language.Of(asked, name => name == "LANG" ? lang : null).IsFrench);

    [Fact]
    public void Number_French_HasAComma() => Assert.Equal(("53,7", "53.7"), (new Language(true).Number(53.7), new Language(false).Number(53.7)));
}
