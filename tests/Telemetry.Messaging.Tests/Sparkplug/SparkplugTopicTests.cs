using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Messaging.Tests.Sparkplug;

public sealed class SparkplugTopicTests
{
    [Theory]
    [InlineData("spBv1.0/valmont/NBIRTH/gw", MessageType.NodeBirth, "valmont", "gw", "")]
    [InlineData("spBv1.0/valmont/NDEATH/gw", MessageType.NodeDeath, "valmont", "gw", "")]
    [InlineData("spBv1.0/valmont/DBIRTH/gw/dev", MessageType.DeviceBirth, "valmont", "gw", "dev")]
    [InlineData("spBv1.0/valmont/DDEATH/gw/dev", MessageType.DeviceDeath, "valmont", "gw", "dev")]
    [InlineData("spBv1.0/valmont/NDATA/gw", MessageType.NodeData, "valmont", "gw", "")]
    [InlineData("spBv1.0/valmont/DDATA/gw/dev", MessageType.DeviceData, "valmont", "gw", "dev")]
    [InlineData("spBv1.0/valmont/NCMD/gw", MessageType.NodeCommand, "valmont", "gw", "")]
    [InlineData("spBv1.0/valmont/DCMD/gw/été 1", MessageType.DeviceCommand, "valmont", "gw", "été 1")]
    [InlineData("spBv1.0/STATE/centre", MessageType.State, "", "centre", "")]
    public void Parse_EachMessage_ReadAndWrittenBack(string text, MessageType type, string group, string node, string device)
    {
        var topic = SparkplugTopic.Parse(text);

        Assert.Equal(new SparkplugTopic(type, group, node, device), topic);
        Assert.Equal(text, topic!.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("spBv1.0")]
    [InlineData("spAv1.0/g/NBIRTH/n")]
    [InlineData("spBv1.0/g/nbirth/n")]
    [InlineData("spBv1.0/g/NBIRTH")]
    [InlineData("spBv1.0/g/NBIRTH/n/d")]
    [InlineData("spBv1.0/g/DDATA/n")]
    [InlineData("spBv1.0/g/DDATA/n/d/e")]
    [InlineData("spBv1.0/g/DDATA//d")]
    [InlineData("spBv1.0/g/STATE/n")]
    [InlineData("spBv1.0/STATE")]
    [InlineData("spBv1.0/STATE/a/b")]
    [InlineData("tele/plug/SENSOR")]
    public void Parse_AnythingElse_Null(string text) => Assert.Null(SparkplugTopic.Parse(text));

    [Theory]
    [InlineData("gw-école 1", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("a/b", false)]
    [InlineData("+", false)]
    [InlineData("a#", false)]
    public void IsId(string? text, bool expected) => Assert.Equal(expected, SparkplugTopic.IsId(text));
}
