using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Collecting;

/// <summary>
/// Drawn objects that are given layouts with weak words. Each collection is verified, and the oracle says that what is
/// reachable without weak words, or by a pair whose table and key are, is the same before and after.
/// </summary>
public sealed class WeaknessTests
{
    private const int TablePrefixWords = WeakWords.TableFirstKey;

    public static TheoryData<int, ulong> Worlds => new() { { 0, 1 }, { 2, 1 }, { 2, 2 }, { 3, 3 } };

    [Theory]
    [MemberData(nameof(Worlds))]
    public void A_weak_reference_is_cleared_when_nothing_else_reaches_its_target(int helpers, ulong seed)
    {
        using var scene = After("root w -> w; w old 3; root v -> v; v old 3; w.2 -> a; v.2 -> b; a old 2; b old 2; root b -> b", "f", helpers, seed, ("w", LayoutKind.WeakReference), ("v", LayoutKind.WeakReference));

        Assert.Equal(Tagged.Zero, Word(scene, "w", 3));
        Assert.Equal(scene["b"], Tagged.Address(Word(scene, "v", 3)));
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void A_scavenge_keeps_what_a_weak_word_points_to(int helpers, ulong seed)
    {
        using var scene = After("root w -> w; w young 3; w.2 -> a; a young 2", "ss", helpers, seed, ("w", LayoutKind.WeakReference));

        Assert.True(Tagged.IsPointer(Word(scene, "w", 3)));
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void A_cell_whose_target_died_is_counted_once_and_keeps_its_held_value(int helpers, ulong seed)
    {
        using var scene = After(
            "root c -> c; c old 8; root d -> d; d old 8; c.0 -> a; c.1 -> t; c.3 -> h; d.0 -> h; a old 2; t old 2; h old 2",
            "ff",
            helpers,
            seed,
            ("c", LayoutKind.WeakCell),
            ("d", LayoutKind.WeakCell));

        Assert.Equal((Tagged.Zero, Tagged.Zero), (Word(scene, "c", WeakWords.CellTarget), Word(scene, "c", WeakWords.CellToken)));
        Assert.True(Tagged.IsPointer(Word(scene, "c", WeakWords.CellHeld)));
        Assert.True(Tagged.IsPointer(Word(scene, "d", WeakWords.CellTarget)));
        Assert.Equal(1, scene.Heap.Control.ClearedCells);
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void A_value_lives_while_its_key_does_and_a_pair_whose_key_died_is_deleted(int helpers, ulong seed)
    {
        using var scene = After(
            "root t -> t; t old 8; root k -> k; k old 2; t.4 -> k; t.5 -> v; v old 2; t.6 -> l; t.7 -> w; l old 2; w old 2",
            "f",
            helpers,
            seed,
            ("t", LayoutKind.EphemeronTable));

        Assert.True(Tagged.IsPointer(Word(scene, "t", 6)));
        Assert.Equal((Tagged.Zero, Tagged.Zero), (Word(scene, "t", 7), Word(scene, "t", 8)));
        Assert.Equal((1, 1), (Count(scene, WeakWords.TableElements), Count(scene, WeakWords.TableDeleted)));
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void A_value_that_is_the_only_way_to_its_own_key_keeps_nothing_alive(int helpers, ulong seed)
    {
        using var scene = After(
            "root t -> t; t old 8; t.4 -> k; t.5 -> v; k old 2; v old 2; v.0 -> k; t.6 -> l; t.7 -> l; l old 2",
            "f",
            helpers,
            seed,
            ("t", LayoutKind.EphemeronTable));

        Assert.All(Enumerable.Range(TablePrefixWords, 4), word => Assert.Equal(Tagged.Zero, Word(scene, "t", word)));
        Assert.Equal((0, 2), (Count(scene, WeakWords.TableElements), Count(scene, WeakWords.TableDeleted)));
    }

    [Theory]
    [InlineData(9, 0, 10, 0)]
    [InlineData(10, 2, 11, 1)]
    [InlineData(13, 0, 11, 1)]
    [InlineData(13, 3, 11, 1)]
    [InlineData(60, 2, 11, 1)]
    public void A_chain_of_pairs_is_followed_to_its_end_by_ten_looks_then_by_its_keys(int pairs, int helpers, int looks, int linear)
    {
        // The value of each pair reaches the key of the one before it: a look from the first pair on finds one a round.
        var links = string.Concat(Enumerable.Range(0, pairs - 1).Select(i => $"v{i + 1}.0 -> k{i}; "));
        var table = string.Concat(Enumerable.Range(0, pairs).Select(i => $"t.{4 + (2 * i)} -> k{i}; t.{5 + (2 * i)} -> v{i}; k{i} old 2; v{i} old 2; "));

        using var scene = After(
            $"root t -> t; t {(pairs > 13 ? "large" : "old")} {4 + (2 * pairs)}; root k -> k{pairs - 1}; {table}{links}", "f", helpers, 1, ("t", LayoutKind.EphemeronTable));

        Assert.Equal(looks, Phases(CollectionPhase.MarkEphemeronMarking));
        Assert.Equal(linear, Phases(CollectionPhase.MarkEphemeronLinear));
        int Phases(CollectionPhase phase) => scene.Record.Count(entry => entry.Kind == EventKind.PhaseBegin && entry.Subject == (long)phase);
        Assert.All(Enumerable.Range(TablePrefixWords, 2 * pairs), word => Assert.True(Tagged.IsPointer(Word(scene, "t", word))));
    }

    [Fact]
    public void Weak_words_that_stay_are_updated_when_their_targets_move()
    {
        const string sparse = "root a -> a; a old 3; v old 31; w old 27; root b -> b; b old 3; x old 31; y old 27; root c -> c; c old 3; "
            + "root k -> k; k old 31; l old 31; k.30 -> l; ";

        using var scene = After(
            sparse + "root r -> r; r old 3; r.2 -> b; root t -> t; t old 6; t.4 -> c; t.5 -> a", "ff", 2, 1, ("r", LayoutKind.WeakReference), ("t", LayoutKind.EphemeronTable));

        Assert.True(scene.Cycles[1][Statistic.Compacted] > 0);
        Assert.Equal(scene["b"], Tagged.Address(Word(scene, "r", 3)));
        Assert.Equal(scene["c"], Tagged.Address(Word(scene, "t", 5)));
        Assert.Equal(scene["a"], Tagged.Address(Word(scene, "t", 6)));
    }

    private static Scene After(
        string picture, string collections, int helpers, ulong seed, params (string Name, LayoutKind Layout)[] weak) => Scene.After(
        picture,
        drawn => new Script().Do(heap => Array.ForEach(weak, each => Change(heap, drawn[each.Name], each.Layout))).Collect(collections),
        helpers,
        seed);

    /// <summary>Gives an object of tagged fields another layout; of a table the prefix is filled in.</summary>
    private static void Change(SharedHeap heap, long address, LayoutKind layout)
    {
        var words = (int)(ObjectHeader.FixedBytes(heap.Owned(address)) / 8);
        var shape = ObjectHeader.Shape(heap.Owned(address));
        if (layout != LayoutKind.EphemeronTable)
        {
            heap.Owned(address) = ObjectHeader.Encode(layout, words, shape);
            return;
        }

        var pairs = (words - TablePrefixWords) / 2;
        heap.Owned(address) = ObjectHeader.Encode(layout, 0, shape);
        heap.Owned(address + 8) = Tagged.SmallInteger(words - 2);
        heap.Owned(address + (8 * WeakWords.TableElements)) = Tagged.SmallInteger(pairs);
        heap.Owned(address + (8 * WeakWords.TableDeleted)) = Tagged.Zero;
        heap.Owned(address + (8 * WeakWords.TableCapacity)) = Tagged.SmallInteger(pairs);
    }

    private static long Word(Scene scene, string root, int index) => scene.Heap.Owned(scene[root] + (8 * index));

    private static int Count(Scene scene, int index) => Tagged.ToInteger(Word(scene, "t", index));
}
