using System.Text;
using Telemetry.Dashboard.Accounts.Factors;

namespace Telemetry.Dashboard.Tests.Accounts;

public sealed class TotpTests
{
    private static readonly byte[] Rfc = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, SHA-1, last six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Code_RfcVectors(long seconds, string code) => Assert.Equal(code, Totp.Code(Rfc, seconds / Totp.StepSeconds));

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(-2, false)]
    [InlineData(2, false)]
    public void StepOf_ClocksApart_OneStepIsForgiven(int apart, bool right) =>
        Assert.Equal(right ? 1000 + apart : null, Totp.StepOf(Rfc, Totp.Code(Rfc, 1000 + apart), 30_015, 0));

    [Fact]
    public void StepOf_UsedBefore_IsRefused()
    {
        Assert.Null(Totp.StepOf(Rfc, Totp.Code(Rfc, 1000), 30_000, 1000));
        Assert.Null(Totp.StepOf(Rfc, Totp.Code(Rfc, 999), 30_000, 1000));
        Assert.Equal(1001, Totp.StepOf(Rfc, Totp.Code(Rfc, 1001), 30_000, 1000));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    public void StepOf_OtherLength_IsRefused(string code) => Assert.Null(Totp.StepOf(Rfc, code, 30_000, 0));

    /// <summary>RFC 4648, section 10.</summary>
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base32_RfcVectors(string text, string encoded) => Assert.Equal(encoded, Base32.Encode(Encoding.ASCII.GetBytes(text)));
}
