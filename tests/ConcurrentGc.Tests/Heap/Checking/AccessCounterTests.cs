using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Checking;

public sealed class AccessCounterTests : IDisposable
{
    private readonly AccessCounter _counter = new();
    private readonly SharedHeap _heap;
    private readonly long _word;

    public AccessCounterTests()
    {
        _heap = new SharedHeap(Geometry.Tiny, _counter);
        _word = _heap.Side.Take(2);
    }

    public static TheoryData<string> Accesses =>
        ["LoadRelaxed", "LoadAcquire", "StoreRelaxed", "StoreRelease", "CompareExchange", "Or", "And", "FetchAdd", "TryLock", "Unlock"];

    [Theory]
    [MemberData(nameof(Accesses))]
    public void Each_named_operation_is_one_access(string name)
    {
        Access(name, _word);

        Assert.Equal((1, _word), (_counter.Count, _counter.LastAddress));
    }

    [Theory]
    [MemberData(nameof(Accesses))]
    public void A_second_access_in_a_step_fails_and_names_both_words(string name)
    {
        _ = _heap.LoadRelaxed(_word);

        var failure = Assert.Throws<CheckFailedException>(() => Access(name, _word + 8));

        Assert.Equal($"check failed: two shared accesses in one step (0x{_word:x}, then 0x{_word + 8:x}).", failure.Message);
    }

    [Theory]
    [InlineData("LoadRelaxed", AccessKind.Load)]
    [InlineData("LoadAcquire", AccessKind.Load)]
    [InlineData("StoreRelaxed", AccessKind.Store)]
    [InlineData("StoreRelease", AccessKind.Store)]
    [InlineData("Unlock", AccessKind.Store)]
    [InlineData("CompareExchange", AccessKind.ReadModifyWrite)]
    [InlineData("Or", AccessKind.ReadModifyWrite)]
    [InlineData("And", AccessKind.ReadModifyWrite)]
    [InlineData("FetchAdd", AccessKind.ReadModifyWrite)]
    [InlineData("TryLock", AccessKind.ReadModifyWrite)]
    public void What_an_access_does_and_the_word_before_it_are_known_until_the_next_step(string name, AccessKind kind)
    {
        _heap.Owned(_word) = 7;
        Access(name, _word);
        _counter.Close();

        Assert.Equal((kind, 7, _word), (_counter.Kind, _counter.Before, _counter.LastAddress));
        _counter.Reset();
        Assert.Equal(AccessKind.None, _counter.Kind);
    }

    [Fact]
    public void A_fence_is_no_access_and_may_come_when_a_step_is_closed()
    {
        _counter.Close();
        _heap.Fence();

        Assert.True(_counter.HasFence);
        Assert.Throws<CheckFailedException>(() => _heap.LoadRelaxed(_word));
    }

    [Fact]
    public void A_new_step_may_access_again()
    {
        _heap.StoreRelease(_word, 1);
        _counter.Reset();

        Assert.Equal(1, _heap.LoadAcquire(_word));
    }

    [Fact]
    public void Owned_words_are_not_counted()
    {
        _heap.Owned(_word) = _heap.Owned(_word + 8);

        Assert.Equal(0, _counter.Count);
    }

    public void Dispose() => _heap.Dispose();

    private void Access(string name, long address)
    {
        _ = name switch
        {
            "LoadRelaxed" => _heap.LoadRelaxed(address),
            "LoadAcquire" => _heap.LoadAcquire(address),
            "CompareExchange" => _heap.CompareExchange(address, 0, 1),
            "Or" => _heap.Or(address, 1),
            "And" => _heap.And(address, 1),
            "FetchAdd" => _heap.FetchAdd(address, 1),
            "TryLock" => _heap.TryLock(address, 0) ? 1 : 0,
            _ => Store(name, address),
        };
    }

    private long Store(string name, long address)
    {
        switch (name)
        {
            case "StoreRelaxed":
                _heap.StoreRelaxed(address, 1);
                break;
            case "StoreRelease":
                _heap.StoreRelease(address, 1);
                break;
            default:
                _heap.Unlock(address);
                break;
        }

        return 0;
    }
}
