using Telemetry.Analytics.Ingest;
using Telemetry.Analytics.Registry;

namespace Telemetry.Analytics.Tests.Registry;

/// <summary>A centre for training and a real one: neither hears the other, neither opens the other's data (S30).</summary>
public sealed class RealmTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("realm-").FullName;

    [Theory]
    [InlineData(false, "valmont-sur-orne", true)]
    [InlineData(false, "valmont-sur-orne-formation", false)]
    [InlineData(true, "valmont-sur-orne-formation", true)]
    [InlineData(true, "valmont-sur-orne", false)]
    [InlineData(true, "formation-sur-orne", false)]
    public void Hears_OnlyItsOwnWorld(bool training, string municipality, bool heard) => Assert.Equal(heard, new Realm(training).Hears(municipality));

    [Fact]
    public void Check_TheSameWorldAgain_IsFine()
    {
        RealmMark.Check(_folder, new Realm(true));
        RealmMark.Check(_folder, new Realm(true));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Check_TheOtherWorldsData_AreNotOpened(bool training)
    {
        RealmMark.Check(_folder, new Realm(training));

        Assert.Contains("TELEMETRY_DATA", Assert.Throws<InvalidOperationException>(() => RealmMark.Check(_folder, new Realm(!training))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_DataFromBeforeTheMark_AreReal()
    {
        File.WriteAllText(Path.Combine(_folder, "accounts.db"), "");

        Assert.Throws<InvalidOperationException>(() => RealmMark.Check(_folder, new Realm(true)));
        RealmMark.Check(_folder, new Realm(false));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
