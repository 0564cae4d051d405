using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Messaging.Tests.Sparkplug;

/// <summary>The same payloads through another implementation: npm sparkplug-payload, run by Node.js.</summary>
public sealed class ForeignCodecTests
{
    private const string Package = "sparkplug-payload@1.0.3";

    private const string Script = """
        const { decodePayload, encodePayload } = require('sparkplug-payload').get('spBv1.0');
        const [ours, theirs] = JSON.parse(require('fs').readFileSync(0, 'utf8'));
        const decoded = decodePayload(Uint8Array.from(Buffer.from(ours, 'hex')));
        console.log(JSON.stringify({
          decoded: JSON.parse(JSON.stringify(decoded, (key, value) =>
            typeof value === 'bigint' ? Number(value) : value && value.toNumber ? value.toNumber() : value)),
          encoded: Buffer.from(encodePayload(theirs)).toString('hex'),
        }));
        """;

    [Fact]
    public void Codec_AndSparkplugPayload_ReadEachOther()
    {
        var ours = new Payload
        {
            Timestamp = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123),
            Seq = 0,
            Metrics =
            [
                Of("flow.temperature", MetricType.Double, 55.5) with
                {
                    Alias = 3, IsHistorical = true, Timestamp = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000),
                    Properties = new Dictionary<string, object?> { ["unit"] = "°C", ["Quality"] = 500L, ["min"] = 0.0, ["on"] = true },
                },
                Of("zero", MetricType.Int64, 0L), Of("count", MetricType.UInt32, (long)uint.MaxValue), Of("below", MetricType.Int32, -5L),
                Of("big", MetricType.Int64, 1L << 40), Of("flag", MetricType.Boolean, false), Of("text", MetricType.String, "chaufferie n° 1"),
                Of("none", MetricType.Double, null),
            ],
        };
        var theirs = new
        {
            timestamp = 1_700_000_000_000,
            seq = 7,
            metrics = new object[]
            {
                new { name = "i8", type = "Int8", value = -3 }, new { name = "i16", type = "Int16", value = -300 },
                new { name = "i32", type = "Int32", value = -70_000 }, new { name = "i64", type = "Int64", value = 5_000_000_000 },
                new { name = "u8", type = "UInt8", value = 250 }, new { name = "u16", type = "UInt16", value = 60_000 },
                new { name = "u32", type = "UInt32", value = 4_000_000_000 }, new { name = "u64", type = "UInt64", value = 6_000_000_000 },
                new { name = "f", type = "Float", value = 1.5 }, new { name = "d", type = "Double", value = 0 },
                new { name = "b", type = "Boolean", value = true }, new { name = "s", type = "String", value = "été" },
                new { name = "t", type = "DateTime", value = 1_700_000_000_000 }, new { name = "n", type = "Double", value = (double?)null },
                new
                {
                    name = "p", alias = 9, type = "Double", value = 2.5, timestamp = 1_600_000_000_000, isHistorical = true,
                    properties = new { Quality = new { type = "Int32", value = 500 }, unit = new { type = "String", value = "kW" } },
                },
            },
        };

        using var answer = Ask(JsonSerializer.Serialize(new object[] { Convert.ToHexStringLower(SparkplugCodec.Encode(ours)), theirs }));

        TheyReadOurs(answer.RootElement.GetProperty("decoded"));
        WeReadTheirs(Convert.FromHexString(answer.RootElement.GetProperty("encoded").GetString()!));
    }

    private static void TheyReadOurs(JsonElement read)
    {
        Assert.Equal(1_700_000_000_123, read.GetProperty("timestamp").GetInt64());
        Assert.Equal(0, read.GetProperty("seq").GetInt32());
        var metrics = read.GetProperty("metrics").EnumerateArray().ToDictionary(metric => metric.GetProperty("name").GetString()!);
        var temperature = metrics["flow.temperature"];
        Assert.Equal(55.5, temperature.GetProperty("value").GetDouble());
        Assert.Equal(3, temperature.GetProperty("alias").GetInt32());
        Assert.Equal(1_700_000_000_000, temperature.GetProperty("timestamp").GetInt64());
        Assert.True(temperature.GetProperty("isHistorical").GetBoolean());
        var properties = temperature.GetProperty("properties");
        Assert.Equal("°C", properties.GetProperty("unit").GetProperty("value").GetString());
        Assert.Equal("Int32", properties.GetProperty("Quality").GetProperty("type").GetString());
        Assert.Equal(500, properties.GetProperty("Quality").GetProperty("value").GetInt32());
        Assert.Equal(0, metrics["zero"].GetProperty("value").GetInt64());
        Assert.Equal(uint.MaxValue, metrics["count"].GetProperty("value").GetUInt32());
        Assert.Equal(-5, metrics["below"].GetProperty("value").GetInt32());
        Assert.Equal(1L << 40, metrics["big"].GetProperty("value").GetInt64());
        Assert.False(metrics["flag"].GetProperty("value").GetBoolean());
        Assert.Equal("chaufferie n° 1", metrics["text"].GetProperty("value").GetString());
        Assert.Equal(JsonValueKind.Null, metrics["none"].GetProperty("value").ValueKind);
    }

    private static void WeReadTheirs(byte[] bytes)
    {
        var payload = SparkplugCodec.Decode(bytes, out var problem);

        Assert.Equal("", problem);
        Assert.Equal(((byte?)7, 1_700_000_000_000), (payload!.Seq, payload.Timestamp!.Value.ToUnixTimeMilliseconds()));
        object?[] values =
        [
            -3L, -300L, -70_000L, 5_000_000_000L, 250L, 60_000L, 4_000_000_000L, 6_000_000_000L, 1.5, 0.0, true, "été", 1_700_000_000_000L, null, 2.5,
        ];
        Assert.Equal(values, payload.Metrics.Select(metric => metric.Value));
        var last = payload.Metrics[^1];
        Assert.Equal((9UL, true, 1_600_000_000_000), (last.Alias!.Value, last.IsHistorical, last.Timestamp!.Value.ToUnixTimeMilliseconds()));
        Assert.Equal((500L, "kW"), (last.Properties["Quality"], last.Properties["unit"]));
    }

    private static Metric Of(string name, MetricType type, object? value) => new() { Name = name, Type = type, Value = value };

    private static JsonDocument Ask(string question)
    {
        var folder = Cache();
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "sparkplug-payload")))
        {
            Run(folder, "npm", "", "install", "--no-audit", "--no-fund", "--prefix", folder, Package);
        }

        return JsonDocument.Parse(Run(folder, "node", question, "-e", Script));
    }

    private static string Run(string folder, string program, string input, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false, WorkingDirectory = folder,
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            var errors = process.StandardError.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{program}: {errors.Result}");
            return output;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{program} is not on this machine: install Node.js to compare with {Package}.");
            throw;
        }
    }

    private static string Cache()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Telemetry.sln")))
        {
            folder = folder.Parent;
        }

        return Directory.CreateDirectory(Path.Combine((folder ?? new DirectoryInfo(AppContext.BaseDirectory)).FullName, ".cache", "npm")).FullName;
    }
}
