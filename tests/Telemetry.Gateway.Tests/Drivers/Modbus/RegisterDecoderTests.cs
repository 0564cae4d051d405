using System.Globalization;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Tests.Drivers.Modbus;

/// <summary>Each encoding on words written by hand.</summary>
public sealed class RegisterDecoderTests
{
    /// <summary>123456.75 as a float is 47F1 2060; 305419896 is 1234 5678.</summary>
    [Theory]
    [InlineData("Float32", "Big", "47F1 2060", 123456.75)]
    [InlineData("Float32", "Little", "2060 47F1", 123456.75)]
    [InlineData("Float32", "BigSwapped", "F147 6020", 123456.75)]
    [InlineData("Float32", "LittleSwapped", "6020 F147", 123456.75)]
    [InlineData("UInt32", "Big", "1234 5678", 305419896)]
    [InlineData("UInt32", "Little", "5678 1234", 305419896)]
    [InlineData("UInt32", "BigSwapped", "3412 7856", 305419896)]
    [InlineData("UInt32", "LittleSwapped", "7856 3412", 305419896)]
    [InlineData("Int32", "Big", "FFFF FF85", -123)]
    [InlineData("Int32", "Little", "FF85 FFFF", -123)]
    [InlineData("UInt64", "Big", "0000 0002 540B E400", 10_000_000_000)]
    [InlineData("UInt64", "Little", "E400 540B 0002 0000", 10_000_000_000)]
    [InlineData("UInt64", "BigSwapped", "0000 0200 0B54 00E4", 10_000_000_000)]
    [InlineData("UInt64", "LittleSwapped", "00E4 0B54 0200 0000", 10_000_000_000)]
    [InlineData("UInt64", "Big", "FFFF FFFF FFFF F800", 18_446_744_073_709_549_568)]
    [InlineData("Int64", "Big", "FFFF FFFF FFFF FF85", -123)]
    [InlineData("Int64", "LittleSwapped", "85FF FFFF FFFF FFFF", -123)]
    [InlineData("Float64", "Big", "40FE 240C 0000 0000", 123456.75)]
    [InlineData("Float64", "Little", "0000 0000 240C 40FE", 123456.75)]
    [InlineData("Float64", "BigSwapped", "FE40 0C24 0000 0000", 123456.75)]
    [InlineData("Float64", "LittleSwapped", "0000 0000 0C24 FE40", 123456.75)]
    [InlineData("Int16", "Big", "FFDD", -35)]
    [InlineData("Int16", "BigSwapped", "DDFF", -35)]
    [InlineData("UInt16", "Big", "FFDD", 65501)]
    [InlineData("UInt8", "Big", "5A2A", 42)]
    [InlineData("SignMagnitude16", "Big", "8032", -50)]
    [InlineData("SignMagnitude16", "Big", "0032", 50)]
    [InlineData("SignMagnitude16", "Big", "8000", 0)]
    [InlineData("Acc32", "Big", "FFFF FFFF", 4294967295)]
    [InlineData("Bcd16", "Big", "9876", 9876)]
    [InlineData("Bcd32", "Big", "0012 3456", 123456)]
    [InlineData("Bcd32", "Little", "3456 0012", 123456)]
    [InlineData("Bcd16", "Big", "12A4", double.NaN)]
    [InlineData("Hhmm", "Big", "0929", 1425)]
    [InlineData("Hhmm", "Big", "0960", 1440)]
    [InlineData("Hhmm", "Big", "0961", double.NaN)]
    [InlineData("Hhmm", "Big", "0938", double.NaN)]
    [InlineData("Ddmm", "Big", "0C28", 1231)]
    [InlineData("Ddmm", "Big", "0B56", 229)]
    [InlineData("Ddmm", "Big", "0BBA", double.NaN)]
    [InlineData("Ddmm", "Big", "0000", double.NaN)]
    [InlineData("Bool", "Big", "0100", 1)]
    [InlineData("Bool", "Big", "0000", 0)]
    [InlineData("Float32", "Big", "7FC0 0000", double.NaN)]
    [InlineData("Float32", "Big", "7F80 0000", double.NaN)]
    [InlineData("Float64", "Big", "7FF0 0000 0000 0000", double.NaN)]
    public void Decode_TypeAndOrder(string type, string order, string words, double value)
    {
        var (read, quality) = RegisterDecoder.Decode(Map(type) with { Order = Enum.Parse<WordOrder>(order) }, Words(words));

        Assert.Equal(value, read);
        Assert.Equal(double.IsNaN(value) ? Quality.Undecodable : Quality.Good, quality);
    }

    [Theory]
    [InlineData("0500", 0.015625, 0, 20)]
    [InlineData("0501", 0.015625, 0, 20.015625)]
    [InlineData("03F7", 0.1, -100, 1.5)]
    [InlineData("00D7", 0.1, 0, 21.5)]
    public void Decode_ScaleAndOffset(string words, double scale, double offset, double value) =>
        Assert.Equal((value, Quality.Good), RegisterDecoder.Decode(Map("Int16") with { Scale = scale, Offset = offset }, Words(words)));

    [Theory]
    [InlineData("Int16", "8000", 0x8000UL)]
    [InlineData("UInt8", "12FF", 0xFFUL)]
    [InlineData("SignMagnitude16", "FFFF", 0xFFFFUL)]
    [InlineData("Int32", "7FFF FFFF", 0x7FFFFFFFUL)]
    [InlineData("UInt64", "FFFF FFFF FFFF FFFF", 0xFFFFFFFFFFFFFFFFUL)]
    [InlineData("Float32", "7FC0 0000", 0x7FC00000UL)]
    [InlineData("Acc32", "0000 0000", 0xDEADUL)]
    public void Decode_CodeOfNoValue_NoSensor(string type, string words, ulong code)
    {
        var (value, quality) = RegisterDecoder.Decode(Map(type) with { NoValue = [code] }, Words(words));

        Assert.Equal((double.NaN, Quality.NoSensor), (value, quality));
    }

    [Fact]
    public void Decode_NeighbourOfTheCode_IsAValue() =>
        Assert.Equal((32766, Quality.Good), RegisterDecoder.Decode(Map("Int16") with { NoValue = [0x7FFF] }, Words("7FFE")));

    [Theory]
    [InlineData("UInt16", "A92B", 0x0008UL, 1)]
    [InlineData("UInt16", "A92B", 0x0004UL, 0)]
    [InlineData("UInt16", "A92B", 0x8000UL, 1)]
    [InlineData("UInt16", "A92B", 0x0F00UL, 9)]
    [InlineData("UInt32", "8000 0001", 0x80000000UL, 1)]
    [InlineData("UInt32", "0000 0001", 0x80000000UL, 0)]
    public void Decode_BitOrMask_MovedDown(string type, string words, ulong mask, double value) =>
        Assert.Equal((value, Quality.Good), RegisterDecoder.Decode(Map(type) with { Mask = mask }, Words(words)));

    [Theory]
    [InlineData("0024", 1, Quality.Good)]
    [InlineData("0034", 1, Quality.Good)]
    [InlineData("0003", double.NaN, Quality.Undecodable)]
    public void Decode_Enumeration_OnlyKnownCodes(string words, double value, Quality quality) => Assert.Equal(
        (value, quality), RegisterDecoder.Decode(Map("UInt16") with { Mask = 0x2F, Values = new Dictionary<int, double> { [0x24] = 1 } }, Words(words)));

    /// <summary>Factor before, after, far below; not there; nonsense.</summary>
    [Theory]
    [InlineData(6, "FFFE 0000 00FA", 2.5)]
    [InlineData(9, "00FA 0001", 2500)]
    [InlineData(9, "00FA 0000", 250)]
    [InlineData(9, "00FA FFFA", 0.00025)]
    [InlineData(9, "00FA 000B", double.NaN)]
    [InlineData(9, "00FA FFF5", double.NaN)]
    public void Decode_ScaleFactorOfTheDevice(int from, string words, double value)
    {
        var map = Map("Int16") with { Address = 8, ScaleFrom = (ushort)from };

        Assert.Equal(words.Split(' ').Length, map.Span);
        Assert.Equal((value, double.IsNaN(value) ? Quality.Undecodable : Quality.Good), RegisterDecoder.Decode(map, Words(words)));
    }

    [Fact]
    public void Decode_ScaleFactorNotThere_NoValueAtAll() => Assert.Equal(
        (double.NaN, Quality.NoSensor), RegisterDecoder.Decode(Map("Int16") with { Address = 8, ScaleFrom = 9 }, Words("00FA 8000")));

    [Fact]
    public void Decode_FewerWordsThanNeeded_NoNumberIsMadeUp() => Assert.Equal(
        (double.NaN, Quality.Undecodable), RegisterDecoder.Decode(Map("Int16") with { Address = 8, ScaleFrom = 9 }, Words("00FA")));

    [Theory]
    [InlineData("Text", "Big", "5344 4D36 3330 0000", "SDM630")]
    [InlineData("Text", "BigSwapped", "4453 364D 3033 2020", "SDM630")]
    [InlineData("WideText", "Big", "0053 004F 0043 004F", "SOCO")]
    [InlineData("Text", "Big", "0001 4142", null)]
    [InlineData("Text", "Big", "0000 0000", "")]
    public void Text_OfAnIdentity(string type, string order, string words, string? text) => Assert.Equal(
        text, RegisterDecoder.Text(Map(type) with { Order = Enum.Parse<WordOrder>(order), TextLength = Words(words).Length }, Words(words)));

    [Theory]
    [InlineData("UInt16", 1, 65535, "FFFF")]
    [InlineData("UInt16", 1, 65536, null)]
    [InlineData("UInt16", 1, -1, null)]
    [InlineData("Int16", 0.1, -3.5, "FFDD")]
    [InlineData("Int16", 0.1, 4000, null)]
    [InlineData("SignMagnitude16", 0.1, -5, "8032")]
    [InlineData("SignMagnitude16", 0.1, 21.5, "00D7")]
    [InlineData("UInt8", 1, 256, null)]
    [InlineData("Bcd16", 1, 9876, "9876")]
    [InlineData("Hhmm", 1, 1425, "0929")]
    [InlineData("Ddmm", 1, 1231, "0C28")]
    [InlineData("Ddmm", 1, 230, null)]
    [InlineData("Int16", 0.015625, 20, "0500")]
    [InlineData("Float32", 1, 1, null)]
    [InlineData("Int16", 1, double.NaN, null)]
    public void Encode_WhatTheRegisterCanSay(string type, double scale, double value, string? word)
    {
        var encoded = RegisterDecoder.Encode(Map(type) with { Scale = scale }, value);

        Assert.Equal(word, encoded?.ToString("X4", CultureInfo.InvariantCulture));
        if (encoded is { } back)
        {
            Assert.Equal((value, Quality.Good), RegisterDecoder.Decode(Map(type) with { Scale = scale }, [back]));
        }
    }

    private static RegisterMap Map(string type) => new() { Kind = RegisterKind.Holding, Address = 0, Type = Enum.Parse<RegisterType>(type) };

    private static ushort[] Words(string words) =>
        [.. words.Split(' ').Select(word => ushort.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
}
