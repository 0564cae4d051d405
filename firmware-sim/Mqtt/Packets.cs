using System.Buffers.Binary;
using System.Text;

namespace FirmwareSim.Mqtt;

/// <summary>The few packets of MQTT 3.1.1 that a publisher needs (OASIS standard, chapters 2 and 3).</summary>
internal static class Packets
{
    internal const byte ConnAck = 0x20;
    internal const byte PingResp = 0xD0;

    internal static byte[] PingReq { get; } = [0xC0, 0];

    internal static byte[] Disconnect { get; } = [0xE0, 0];

    /// <summary>CONNECT with a clean session, a will at QoS 1 and credentials when there are any.</summary>
    internal static byte[] Connect(string clientId, Broker broker, Message? will, int keepAliveSeconds)
    {
        var flags = (byte)(0x02 | (will is null ? 0 : 0x04 | 0x08) | (will is { Retain: true } ? 0x20 : 0) | (broker.User is null ? 0 : 0x80) | (broker.Password is null ? 0 : 0x40));
        using var body = new MemoryStream();
        Text(body, "MQTT");
        body.Write([4, flags, (byte)(keepAliveSeconds >> 8), (byte)(keepAliveSeconds & 0xFF)]);
        Text(body, clientId);
        if (will is { } last)
        {
            Text(body, last.Topic);
            Text(body, last.Payload);
        }

        if (broker.User is { } user)
        {
            Text(body, user);
        }

        if (broker.Password is { } password)
        {
            Text(body, password);
        }

        return Packet(0x10, body);
    }

    /// <summary>PUBLISH at QoS 0.</summary>
    internal static byte[] Publish(Message message)
    {
        using var body = new MemoryStream();
        Text(body, message.Topic);
        body.Write(Encoding.UTF8.GetBytes(message.Payload));
        return Packet((byte)(0x30 | (message.Retain ? 1 : 0)), body);
    }

    private static byte[] Packet(byte type, MemoryStream body)
    {
        using var packet = new MemoryStream();
        packet.WriteByte(type);
        var length = (int)body.Length;
        do
        {
            var digit = length % 128;
            length /= 128;
            packet.WriteByte((byte)(length > 0 ? digit | 0x80 : digit));
        }
        while (length > 0);
        body.WriteTo(packet);
        return packet.ToArray();
    }

    private static void Text(MemoryStream body, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)bytes.Length));
        body.Write(length);
        body.Write(bytes);
    }
}
