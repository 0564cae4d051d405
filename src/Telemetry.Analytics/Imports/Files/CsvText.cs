using System.IO.Compression;
using System.Text;

namespace Telemetry.Analytics.Imports.Files;

/// <summary>A file's text, whatever it was written in: gzip, byte order mark, UTF-8, Windows-1252.</summary>
internal static class CsvText
{
    /// <summary>Largest file read at once, bytes.</summary>
    internal const int Largest = 256 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static CsvText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is larger than <see cref="Largest"/>, or its compression is damaged.</exception>
    internal static (string Text, byte[] Sha256) Read(string path, string? encoding)
    {
        var bytes = File.ReadAllBytes(path);
        var sha = System.Security.Cryptography.SHA256.HashData(bytes);
        return (Decode(bytes is [0x1f, 0x8b, ..] ? Unpacked(bytes) : bytes, encoding), sha);
    }

    /// <summary>The text of bytes: as a byte order mark says, else as asked, else UTF-8 when it is, else Windows-1252.</summary>
    internal static string Decode(byte[] bytes, string? encoding)
    {
        switch (bytes)
        {
            case [0xef, 0xbb, 0xbf, ..]:
                return Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3);
            case [0xff, 0xfe, ..]:
                return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
            case [0xfe, 0xff, ..]:
                return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        }

        if (encoding is not null)
        {
            return Encoding.GetEncoding(encoding).GetString(bytes);
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1252).GetString(bytes);
        }
    }

    private static byte[] Unpacked(byte[] bytes)
    {
        using var zip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        var part = new byte[81920];
        for (int read; (read = zip.Read(part)) > 0;)
        {
            plain.Write(part, 0, read);
            if (plain.Length > Largest)
            {
                throw new InvalidDataException($"The file is larger than {Largest / 1024 / 1024} MB once unpacked: cut it into pieces.");
            }
        }

        return plain.ToArray();
    }
}
