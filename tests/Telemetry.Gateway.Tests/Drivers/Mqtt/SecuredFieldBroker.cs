using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Telemetry.Gateway.Tests.Processes;

namespace Telemetry.Gateway.Tests.Drivers.Mqtt;

/// <summary>A mosquitto of the field: TLS by an authority of its own, a client certificate wanted, user and password.</summary>
internal sealed class SecuredFieldBroker : IDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly Child _broker;

    private SecuredFieldBroker(TemporaryFolder folder, Child broker, int port) => (_folder, _broker, Port) = (folder, broker, port);

    internal int Port { get; }

    internal static async Task<SecuredFieldBroker> StartAsync(TemporaryFolder folder)
    {
        WriteCertificates(folder);
        folder.Write("passwords", "terrain:secret\n");
        using (var hash = new Child("mosquitto_passwd", ["-U", folder.File("passwords")]))
        {
            await hash.Process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var port = Child.FreePort();
        var file = folder.Write("field.conf", $"""
            user root
            listener {port.ToString(CultureInfo.InvariantCulture)} 127.0.0.1
            allow_anonymous false
            password_file {folder.File("passwords")}
            cafile {folder.File("ca.pem")}
            certfile {folder.File("server.pem")}
            keyfile {folder.File("server.key")}
            require_certificate true

            """);
        var broker = new Child("/usr/sbin/mosquitto", ["-c", file]);
        Assert.True(await Wait.ForAsync(() => Child.Listens(port)), string.Join('\n', broker.Lines));
        return new SecuredFieldBroker(folder, broker, port);
    }

    /// <summary>Publishes as a device does, by the client of others.</summary>
    internal async Task PublishAsync(string topic, string payload)
    {
        using var client = new Child("mosquitto_pub",
        [
            "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "--cafile", _folder.File("ca.pem"), "--cert", _folder.File("client.pem"),
            "--key", _folder.File("client.key"), "-u", "terrain", "-P", "secret", "-t", topic, "-m", payload,
        ]);
        await client.Process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(client.Process.ExitCode == 0, string.Join('\n', client.Lines));
    }

    public void Dispose() => _broker.Dispose();

    private static void WriteCertificates(TemporaryFolder folder)
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (from, to) = (TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(2));
        var authority = new CertificateRequest("CN=essai", authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var root = authority.CreateSelfSigned(from, to);
        folder.Write("ca.pem", root.ExportCertificatePem());
        foreach (var name in (string[])["server", "client"])
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
            var names = new SubjectAlternativeNameBuilder();
            names.AddIpAddress(IPAddress.Loopback);
            request.CertificateExtensions.Add(names.Build());
            using var certificate = request.Create(root, from, to, RandomNumberGenerator.GetBytes(8));
            folder.Write($"{name}.pem", certificate.ExportCertificatePem());
            folder.Write($"{name}.key", key.ExportPkcs8PrivateKeyPem());
        }
    }
}
