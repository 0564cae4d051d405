using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Telemetry.Messaging.Mqtt;
using Telemetry.Messaging.Tests.Brokers;

namespace Telemetry.Messaging.Tests.Mqtt;

/// <summary>TLS as an installer meets it: right, wrong authority, wrong name, client certificates, a plain client on a TLS port.</summary>
public sealed class MosquittoLinkTlsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("certificates-");

    public MosquittoLinkTlsTests()
    {
        Authority("ours");
        Authority("theirs");
        Signed("server", "localhost");
        Signed("client", "gw-ecole");
    }

    [Theory]
    [InlineData(MqttVersion.V311)]
    [InlineData(MqttVersion.V5)]
    public void Start_RightAuthority_MessagesPass(MqttVersion version)
    {
        using var broker = TlsBroker();
        using var link = Heard.Connected(
            Heard.Options(broker, "link") with { Host = "localhost", CaFile = At("ours.crt"), Version = version }, "a");

        link.Link.Publish("a", new byte[100_000], 1, retain: false);
        Parallel.For(0, 200, _ => Until.True(() => link.Link.Publish("a", "x"u8, 0, retain: false), "the link takes it"));

        Until.True(() => link.Messages.Count == 201, "all came back");
        Assert.Contains(link.Messages, message => message.Payload.Length == 100_000);
        Assert.Single(link.States);
    }

    [Theory]
    [InlineData("localhost", "theirs.crt", "certificate verify failed")]
    [InlineData("127.0.0.1", "ours.crt", "host name")]
    [InlineData("localhost", "server.key", "CA certificates")]
    [InlineData("localhost", null, "")]
    public void Start_WrongTrust_SaidAndRetried(string host, string? authority, string reason)
    {
        using var broker = TlsBroker();
        using var link = new Heard(
            Heard.Options(broker, "link") with { Host = host, CaFile = authority is null ? null : At(authority) });
        link.Link.Start();

        Until.True(() => link.States.Count >= 3, "it tries again");

        Assert.All(link.States, state => Assert.False(state.Connected));
        Assert.All(link.States, state => Assert.Contains(reason, state.Reason, StringComparison.OrdinalIgnoreCase));
        Assert.All(link.States, state => Assert.NotEmpty(state.Reason));
    }

    [Fact]
    public void Start_WrongTrustThenRight_Connects()
    {
        using var broker = TlsBroker();
        File.Copy(At("theirs.crt"), At("used.crt"));
        using var link = new Heard(Heard.Options(broker, "link") with { Host = "localhost", CaFile = At("used.crt") });
        link.Link.Start();
        Until.True(() => link.States.Count >= 2, "it was refused");

        File.Copy(At("ours.crt"), At("used.crt"), overwrite: true);

        Until.True(() => link.Link.IsConnected, "it connects as soon as the file is right");
    }

    /// <summary>A gateway whose clock is behind meets certificates of the future: said for what it is, and tried until the clock is right.</summary>
    [Fact]
    public void Start_ClockBehindTheCertificate_SaidAndConnectsInTime()
    {
        SignedFrom(TimeProvider.System.GetUtcNow().AddSeconds(4));
        using var broker = TlsBroker();
        using var link = new Heard(Heard.Options(broker, "link") with { Host = "localhost", CaFile = At("ours.crt") });
        link.Link.Start();

        Until.True(() => link.States.Count >= 2, "it is refused and tried again");
        Assert.Contains("certificate verify failed", link.States[0].Reason, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"this machine's clock, which says {TimeProvider.System.GetUtcNow():yyyy-MM-dd}"), link.States[0].Reason, StringComparison.Ordinal);
        Until.True(() => link.Link.IsConnected, "it connects as soon as the certificate is valid");
    }

    [Fact]
    public void Start_ClientCertificate_AskedAndGiven()
    {
        using var broker = TlsBroker("require_certificate true", "use_identity_as_username true");
        using var without = new Heard(Heard.Options(broker, "without") with { Host = "localhost", CaFile = At("ours.crt") });
        without.Link.Start();

        using var with = Heard.Connected(Heard.Options(broker, "with") with
        {
            Host = "localhost", CaFile = At("ours.crt"), CertificateFile = At("client.crt"), KeyFile = At("client.key"),
        });

        Until.True(() => without.States.Count >= 2, "the other is refused");
        Assert.False(without.Link.IsConnected);
    }

    [Fact]
    public void Broker_KilledAndBack_ReconnectedOverTls()
    {
        using var broker = TlsBroker();
        using var link = Heard.Connected(
            Heard.Options(broker, "link") with { Host = "localhost", CaFile = At("ours.crt") }, "a");

        broker.Kill();
        Until.True(() => link.States.Count >= 3, "the loss is seen and attempts fail");
        broker.Start();

        Until.True(() => link.Link.Publish("a", "again"u8, 1, retain: false) && link.Has("a", "again"), "messages pass again");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Broker TlsBroker(params string[] more) => new([
        "allow_anonymous true", "cafile " + At("ours.crt"), "certfile " + At("server.crt"), "keyfile " + At("server.key"), .. more]);

    private string At(string file) => Path.Combine(_folder.FullName, file);

    private void Authority(string name) => OpenSsl(
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
        "-subj", "/CN=" + name, "-keyout", At(name + ".key"), "-out", At(name + ".crt"));

    private void Signed(string name, string host)
    {
        File.WriteAllText(At(name + ".ext"), "subjectAltName=DNS:" + host + "\n");
        OpenSsl(
            "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-subj", "/CN=" + host, "-keyout", At(name + ".key"), "-out", At(name + ".csr"));
        OpenSsl(
            "x509", "-req", "-in", At(name + ".csr"), "-CA", At("ours.crt"), "-CAkey", At("ours.key"), "-CAcreateserial",
            "-days", "2", "-extfile", At(name + ".ext"), "-out", At(name + ".crt"));
    }

    /// <summary>The broker's certificate anew, valid from an instant on.</summary>
    private void SignedFrom(DateTimeOffset from)
    {
        using var authority = X509Certificate2.CreateFromPemFile(At("ours.crt"), At("ours.key"));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(authority, from, from.AddDays(1), RandomNumberGenerator.GetBytes(8));
        File.WriteAllText(At("server.crt"), certificate.ExportCertificatePem());
        File.WriteAllText(At("server.key"), key.ExportPkcs8PrivateKeyPem());
    }

    private static void OpenSsl(params string[] arguments)
    {
        using var openssl = Process.Start(new ProcessStartInfo("openssl", arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        var said = openssl.StandardError.ReadToEnd();
        openssl.WaitForExit();
        Assert.True(openssl.ExitCode == 0, said);
    }
}
