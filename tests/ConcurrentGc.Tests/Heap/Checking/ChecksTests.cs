using ConcurrentGc.Heap.Checking;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Checking;

public sealed class ChecksTests
{
    [Fact]
    public void Checks_run_in_tests() => Assert.True(Checks.Enabled);

    [Fact]
    public void What_holds_passes()
    {
        Checks.DCheck(1 < 2);
        Checks.DCheckEq(2, 2);
        Checks.DCheckNe(1, 2);
        Checks.DCheckLe(2, 2);
        Checks.DCheckLt(1, 2);
    }

    [Fact]
    public void A_message_has_file_line_expression_and_both_values()
    {
        var (top, limit) = (24, 16);

        Assert.Equal("ChecksTests.cs:26: check failed: top > limit + 8.", Fails(() => Checks.DCheck(top > limit + 8)));
        Assert.Equal("ChecksTests.cs:27: check failed: top == limit (24 vs. 16).", Fails(() => Checks.DCheckEq(top, limit)));
        Assert.Equal("ChecksTests.cs:28: check failed: top != 24 (24 vs. 24).", Fails(() => Checks.DCheckNe(top, 24)));
        Assert.Equal("ChecksTests.cs:29: check failed: top <= limit (24 vs. 16).", Fails(() => Checks.DCheckLe(top, limit)));
        Assert.Equal("ChecksTests.cs:30: check failed: limit < limit (16 vs. 16).", Fails(() => Checks.DCheckLt(limit, limit)));
    }

    private static string Fails(Action check) => Assert.Throws<CheckFailedException>(check).Message;
}
