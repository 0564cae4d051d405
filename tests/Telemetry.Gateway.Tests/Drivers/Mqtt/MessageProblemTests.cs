using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Tests.Drivers.Mqtt;

/// <summary>What a person wrote wrong of messages and of the field's broker is told with its line and what to write.</summary>
public sealed class MessageProblemTests
{
    private static readonly string Profile = """
        profile: mien
        name: Le mien
        protocol: mqtt
        family: json
        source: essai
        thinSeconds: 10
        message:
          topics: [index]
          time: t
          zone: Europe/Paris
          availability: { topic: status }
        points:
          - { point: p, field: "a[1].b", quantity: OnOff, offset: 1, values: { "ON": 1 } }
        """;

    private static readonly string Site = """
        gateway: gw
        name: Essai
        municipality: ville
        fieldBroker:
          address: 192.168.1.10:1883
          user: terrain
          password: "${FIELD_PASSWORD}"
        """;

    [Theory]
    [InlineData("family: json", "family: jsn", 4, "write one of tasmota")]
    [InlineData("thinSeconds: 10", "thinSeconds: 0", 6, "from 1 to 3600")]
    [InlineData("[index]", "[index/#]", 8, "without # +")]
    [InlineData("Europe/Paris", "Europe/Pariss", 10, "Europe/Paris")]
    [InlineData("topic: status", "topics: status", 11, "'topics' is not known here")]
    [InlineData("time: t", "tmie: t", 9, "'tmie' is not known here")]
    [InlineData("a[1].b", "bytes:int17@0", 13, "bytes:int16@2")]
    [InlineData("\"ON\": 1", "\"ON\": yes", 13, "must be a number")]
    [InlineData("offset: 1", "offset: un", 13, "must be a number")]
    [InlineData("field: \"a[1].b\"", "feild: x", 13, "'field' is missing")]
    public void LoadProfile_OneFault_HasLineAndAdvice(string right, string wrong, int line, string advice)
    {
        Assert.Contains(right, Profile, StringComparison.Ordinal);
        using var folder = new TemporaryFolder();
        Assert.Empty(ProfileLoader.Load(folder.Write("right.yaml", Profile), _ => null).Problems);

        var loaded = ProfileLoader.Load(folder.Write("wrong.yaml", Profile.Replace(right, wrong, StringComparison.Ordinal)), _ => null);

        Assert.Null(loaded.Value);
        Assert.Contains(loaded.Problems, problem => problem.Line == line && problem.Message.Contains(advice, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("192.168.1.10:1883", "192.168.1.10:port", 5, "from 1 to 65535")]
    [InlineData("192.168.1.10:1883", "mqtt://192.168.1.10", 5, "192.168.1.10:1883")]
    [InlineData("address: 192.168.1.10:1883", "adress: x", 5, "'address' is missing")]
    [InlineData("FIELD_PASSWORD", "NOT_SET_ANYWHERE", 7, "NOT_SET_ANYWHERE")]
    [InlineData("user: terrain", "ca: /no/such/file.pem", 6, "is not there")]
    [InlineData("user: terrain", "certificate: /etc/hostname", 6, "comes with its key")]
    [InlineData("user: terrain", "version: 4", 6, "write 3.1.1 or 5")]
    [InlineData("user: terrain", "keepHours: 1000", 6, "must be a number from 0 to 744")]
    public void LoadSite_FieldBrokerFault_HasLineAndAdvice(string right, string wrong, int line, string advice)
    {
        var loaded = Load(Site.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(loaded.Problems, problem => problem.Line == line && problem.Message.Contains(advice, StringComparison.Ordinal));
    }

    /// <summary>Without a broker of its own: the centre's, spoken to as said.</summary>
    [Theory]
    [InlineData("version: 5", 5, 24)]
    [InlineData("version: 3.1.1\n  keepHours: 0", 4, 0)]
    public void LoadSite_FieldBrokerWithoutAddress_IsTheCentresSpokenToAsSaid(string said, int version, double hours)
    {
        var loaded = Load($"gateway: gw\nname: Essai\nmunicipality: ville\nfieldBroker:\n  {said}\n");

        Assert.Empty(loaded.Problems);
        Assert.Null(loaded.Value!.FieldBroker);
        Assert.Equal((version, hours), ((int)loaded.Value.FieldSession.Version, loaded.Value.FieldSession.Kept.TotalHours));
    }

    [Fact]
    public void LoadSite_FieldBroker_SecretsFromTheEnvironment()
    {
        var loaded = Load(Site);

        Assert.Empty(loaded.Problems);
        var link = loaded.Value!.FieldBroker!.LinkOptions("gw-field");
        Assert.Equal(("192.168.1.10", 1883, "terrain", "secret", null), (link.Host, link.Port, link.User, link.Password, link.CaFile));
    }

    [Theory]
    [InlineData("192.168.1.10:1883", "courtier.local", "courtier.local", 8883)]
    [InlineData("192.168.1.10:1883", "\"[fd00::5]:8884\"", "fd00::5", 8884)]
    public void LoadSite_FieldBrokerWithAuthority_IsTls(string right, string address, string host, int port)
    {
        using var folder = new TemporaryFolder();
        var ca = folder.Write("ca.pem", "x");

        var loaded = Load(Site.Replace(right, address, StringComparison.Ordinal) + $"\n  ca: {ca}\n");

        Assert.Empty(loaded.Problems);
        var broker = loaded.Value!.FieldBroker!;
        Assert.Equal((host, port, ca), (broker.Host, broker.Port, broker.CaFile));
    }

    [Fact]
    public void LoadSite_NoFieldBroker_TheCentres() => Assert.Null(Load("gateway: gw\nname: E\nmunicipality: v\n").Value!.FieldBroker);

    private static Loaded<SiteConfiguration> Load(string text)
    {
        using var folder = new TemporaryFolder();
        return SiteLoader.Load(folder.Write("site.yaml", text), Fields.Profiles, name => name is "FIELD_PASSWORD" ? "secret" : null);
    }
}
