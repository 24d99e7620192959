using Xunit;

namespace ConcurrentGc.Tests.Exploration.Litmus;

public sealed class LitmusSyntaxTests
{
    [Fact]
    public void Every_operation_prints_as_it_is_read()
    {
        string[] operations =
        [
            "r1 = r0", "r1 = null", "r1 = r0.2", "r0.2 = r1", "r0.2 = null", "r1 = new 2", "r1 = old 2", "r1 = weak r0",
            "trim r0 1", "raw r0 1", "sleep", "mark", "step", "scavenge", "collect", "any 3", "any",
        ];

        var read = LitmusSyntax.Parse(string.Join("; ", operations));

        Assert.Equal(operations, read.Select(each => LitmusSyntax.Print(each)), StringComparer.Ordinal);
        Assert.Equal(Enum.GetValues<LitmusVerb>(), read.Select(each => each.Verb).Distinct().Order());
    }

    [Fact]
    public void What_is_no_operation_is_quoted() => Assert.StartsWith(
        "found 'r4 = r0', allowed: ", Assert.Throws<FormatException>(() => LitmusSyntax.Parse("mark; r4 = r0")).Message, StringComparison.Ordinal);
}
