using System.Runtime.InteropServices;
using ConcurrentGc.Orinoco.Collecting;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Collecting;

public sealed class CycleWordsTests
{
    [Fact]
    public void The_offset_that_workers_add_to_is_that_of_the_next_item() =>
        Assert.Equal(CycleWords.NextItemOffset, Marshal.OffsetOf<CycleWords>(nameof(CycleWords.NextItem)));
}
