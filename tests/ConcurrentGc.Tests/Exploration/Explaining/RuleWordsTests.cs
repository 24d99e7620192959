using ConcurrentGc.Exploration.Explaining;
using ConcurrentGc.Heap.Verifying;
using Xunit;

namespace ConcurrentGc.Tests.Exploration.Explaining;

public sealed class RuleWordsTests
{
    [Fact]
    public void Every_rule_of_the_heap_has_a_sentence() =>
        Assert.Empty(Enum.GetNames<HeapRule>().Except(RuleWords.Known, StringComparer.Ordinal));
}
