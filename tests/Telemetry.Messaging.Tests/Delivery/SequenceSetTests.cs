using Telemetry.Messaging.Delivery;

namespace Telemetry.Messaging.Tests.Delivery;

public sealed class SequenceSetTests
{
    [Theory]
    [InlineData("5", "5")]
    [InlineData("3,7-9", "3,7-9")]
    [InlineData("7-9,3", "3,7-9")]
    [InlineData("1,2,3", "1-3")]
    [InlineData("1-5,3-8", "1-8")]
    [InlineData("1-2,9-10,2-9", "1-10")]
    [InlineData("", "")]
    public void Parse_ThenToString_MergedAndInOrder(string text, string expected) => Assert.Equal(expected, SequenceSet.Parse(text)!.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("x")]
    [InlineData("9-3")]
    [InlineData("0")]
    [InlineData("-4")]
    [InlineData("1--3")]
    [InlineData("9223372036854775807")]
    public void Parse_NoSet_Null(string? text) => Assert.Null(SequenceSet.Parse(text));

    [Theory]
    [InlineData(1, 1, 4)]
    [InlineData(5, 8, 9)]
    [InlineData(7, 8, 9)]
    [InlineData(11, 11, long.MaxValue)]
    [InlineData(10, 11, long.MaxValue)]
    public void Gap_FromAStart_FirstMissingRun(long start, long from, long to) => Assert.Equal((from, to), SequenceSet.Parse("5-7,10")!.Gap(start));

    [Theory]
    [InlineData(4, "5-7,10")]
    [InlineData(6, "7,10")]
    [InlineData(7, "10")]
    [InlineData(10, "")]
    public void RemoveUpTo_Number_OnlyHigherStay(long number, string expected)
    {
        var set = SequenceSet.Parse("5-7,10")!;
        set.RemoveUpTo(number);

        Assert.Equal(expected, set.ToString());
    }

    [Fact]
    public void Add_AtRandom_SameAsASortedSetOfNumbers()
    {
        var random = new Random(7);
        var (set, plain) = (new SequenceSet(), new SortedSet<long>());
        for (var step = 0; step < 2_000; step++)
        {
            var from = random.Next(1, 400);
            var to = from + random.Next(0, 4);
            if (step % 50 == 49)
            {
                set.RemoveUpTo(from / 3);
                plain.RemoveWhere(number => number <= from / 3);
            }

            set.Add(from, to);
            plain.UnionWith(Enumerable.Range(from, to - from + 1).Select(number => (long)number));
            Assert.Equal(plain, set.Ranges.SelectMany(range => Enumerable.Range((int)range.From, (int)(range.To - range.From) + 1).Select(number => (long)number)));
            Assert.Equal(plain.Contains(from + 5), set.Contains(from + 5));
        }
    }
}
