using System.Buffers.Text;
using System.Security.Cryptography;

namespace Telemetry.Dashboard.Alarms.Channels;

/// <summary>The key pair by which push services know this server (RFC 8292): from the environment, else made once and kept beside the data.</summary>
internal sealed class VapidKeys
{
    public VapidKeys(ChannelSettings settings, string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (settings.VapidKey.Length > 0)
        {
            Import(key, settings.VapidKey, "TELEMETRY_VAPID_KEY");
        }
        else
        {
            var file = Path.Combine(folder, "vapid.key");
            if (File.Exists(file))
            {
                Import(key, File.ReadAllText(file), file);
            }
            else
            {
                Keep(file, Convert.ToBase64String(key.ExportPkcs8PrivateKey()));
            }
        }

        var pair = key.ExportParameters(includePrivateParameters: true);
        PublicKey = Base64Url.EncodeToString([4, .. pair.Q.X!, .. pair.Q.Y!]);
        PrivateKey = Base64Url.EncodeToString(pair.D);
    }

    /// <summary>The point, uncompressed, base64url: what browsers are given.</summary>
    public string PublicKey { get; }

    public string PrivateKey { get; }

    private static void Import(ECDsa key, string text, string where)
    {
        try
        {
            key.ImportPkcs8PrivateKey(Convert.FromBase64String(text.Trim()), out _);
        }
        catch (Exception wrong) when (wrong is FormatException or CryptographicException)
        {
            throw new FormatException($"{where} must be the PKCS#8 of a P-256 key in base64: {wrong.Message}", wrong);
        }

        if (key.KeySize != 256)
        {
            throw new FormatException($"{where} must be a key of the curve P-256.");
        }
    }

    // Whole or not at all, and for nobody else's eyes from the first byte on.
    private static void Keep(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var draft = file + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(draft, System.Text.Encoding.ASCII, options))
        {
            writer.Write(text);
        }

        File.Move(draft, file, overwrite: true);
    }
}
