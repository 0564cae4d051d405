using System.Text;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Drivers.Modbus.Rtu;

namespace Telemetry.Gateway.Tests.Drivers.Modbus;

public sealed class RtuFrameTests
{
    /// <summary>The check value of CRC-16/MODBUS in Ross Williams' catalogue form.</summary>
    [Fact]
    public void Crc_CatalogueCheckString() => Assert.Equal(0x4B37, RtuFrame.Crc(Encoding.ASCII.GetBytes("123456789")));

    [Fact]
    public void Seal_ReadTenHolding_CrcLowByteFirst()
    {
        Span<byte> frame = stackalloc byte[RtuFrame.MaxLength];

        var length = RtuFrame.Seal(1, [3, 0, 0, 0, 10], frame);

        Assert.Equal("010300000 00AC5CD".Replace(" ", "", StringComparison.Ordinal), Convert.ToHexString(frame[..length]));
        Assert.True(RtuFrame.IsWhole(frame[..length]));
    }

    [Fact]
    public void Seal_NothingOrTooMuch_Throws()
    {
        Assert.Throws<ArgumentException>(() => RtuFrame.Seal(1, [], new byte[300]));
        Assert.Throws<ArgumentException>(() => RtuFrame.Seal(1, new byte[254], new byte[300]));
    }

    [Theory]
    [InlineData("01 0000 000A", "01", 0)]
    [InlineData("01 0000 000A", "0101", 0)]
    [InlineData("01 0000 000A", "010102", 7)]
    [InlineData("02 0000 07D0", "0102FA", 255)]
    [InlineData("03 0000 000A", "010314", 25)]
    [InlineData("03 0000 000A", "010312", -1)]
    [InlineData("03 0000 000A", "0203", -1)]
    [InlineData("03 0000 000A", "0104", -1)]
    [InlineData("04 0000 007D", "0104FA", 255)]
    [InlineData("04 0000 007D", "018402", 5)]
    [InlineData("05 0007 FF00", "01050007FF00", 8)]
    [InlineData("05 0007 FF00", "010500070000", -1)]
    [InlineData("06 0007 1234", "0106", 8)]
    [InlineData("0F 0007 0003 01 05", "010F00070003", 8)]
    [InlineData("0F 0007 0003 01 05", "010F00070004", -1)]
    [InlineData("10 0001 0002 04 00010002", "011000010002", 8)]
    [InlineData("16 0004 00F2 0025", "0116000400F20025", 10)]
    [InlineData("16 0004 00F2 0025", "0116000400F20026", -1)]
    [InlineData("17 0003 0006 000E 0001 02 00FF", "01170C", 17)]
    [InlineData("17 0003 0006 000E 0001 02 00FF", "019702", 5)]
    [InlineData("2B 0E 01 00", "012B0E0101", 0)]
    [InlineData("2B 0E 01 00", "012B0E01010000", 0)]
    [InlineData("2B 0E 01 00", "012B0E0101000000", 10)]
    [InlineData("2B 0E 01 00", "012B0E0101000002000341424301", 0)]
    [InlineData("2B 0E 01 00", "012B0E0101000002000341424301024445", 19)]
    [InlineData("2B 0E 01 00", "012B0D", -1)]
    [InlineData("2B 0E 01 00", "01AB0E01", 5)]
    public void AnswerLength_FromRequestAndHead(string pdu, string head, int length)
    {
        var frame = new byte[RtuFrame.MaxLength];
        var sealedLength = RtuFrame.Seal(1, Hex(pdu), frame);

        Assert.True(RtuFrame.Knows(Hex(pdu)));
        Assert.Equal(length, RtuFrame.AnswerLength(frame.AsSpan(0, sealedLength), Hex(head)));
    }

    [Fact]
    public void AnswerLength_IdentificationLongerThanAFrame_Refused()
    {
        var request = new byte[8];
        var length = RtuFrame.Seal(1, Hex("2B0E0100"), request);
        byte[] head = [.. Hex("012B0E0101000002"), 0, 250, .. new byte[250], 1, 10];

        Assert.Equal(-1, RtuFrame.AnswerLength(request.AsSpan(0, length), head));
    }

    [Theory]
    [InlineData("07")]
    [InlineData("08 0000 1234")]
    [InlineData("03 0000")]
    [InlineData("10 0001 0002 04 0001")]
    [InlineData("2B 0D 01 00")]
    public void Knows_WhatHasNoKnownAnswer_IsNotSent(string pdu) => Assert.False(RtuFrame.Knows(Hex(pdu)));

    [Fact]
    public void RareRequests_AsTheSpecificationPrintsThem()
    {
        // The examples of the Modbus application protocol 1.1b3, §6.16 and §6.17.
        var pdu = new byte[64];

        Assert.Equal("16000400F20025", Convert.ToHexString(pdu.AsSpan(0, RareRequests.MaskWrite(pdu, 4, 0xF2, 0x25))));
        Assert.Equal("1700030006000E00030600FF00FF00FF", Convert.ToHexString(pdu.AsSpan(0, RareRequests.ReadWrite(pdu, 3, 6, 14, [255, 255, 255]))));
        Assert.Equal("2B0E0100", Convert.ToHexString(pdu.AsSpan(0, RareRequests.ReadIdentification(pdu, 1, 0))));
        Assert.Throws<ArgumentOutOfRangeException>(() => RareRequests.ReadWrite(new byte[300], 3, 126, 14, [1]));
    }

    private static byte[] Hex(string text) => Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal));
}
