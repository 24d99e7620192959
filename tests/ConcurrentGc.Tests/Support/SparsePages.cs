using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Tests.Support;

/// <summary>Old pages of 512 bytes, full of objects of which one a page lives, and what happens to them between collections.</summary>
internal static class SparsePages
{
    /// <summary>Pages of which object k0, k1, ... lives, with 16 bytes.</summary>
    public static string Draw(int pages) => string.Join(
        "; ", Enumerable.Range(0, pages).Select(i => $"root k{i} -> k{i}; k{i} old 1; d{i} old 30; e{i} old 30"));

    /// <summary>A full collection, and then a program that does nothing for a while.</summary>
    public static Script CollectThenTick(int ticks, Action<SharedHeap>? atLast = null)
    {
        var script = new Script().Collect("f");
        for (var i = 0; i < ticks; i++)
        {
            script.Do(_ => { });
        }

        return atLast is null ? script : script.Do(atLast);
    }

    /// <summary>Makes a young object and lets a root point to it: two scavenges promote it.</summary>
    public static Action<SharedHeap> MakeYoung(DrawnHeap drawn, string root, int bytes) => heap =>
    {
        _ = heap.New.TryAllocate(bytes, out var young);
        heap.Owned(young) = ObjectHeader.Encode(LayoutKind.RawFields, bytes / 8, 0);
        heap.Owned(drawn.RootSlot(root)) = Tagged.FromAddress(young);
    };

    /// <summary>States of the pages of old space, in the order in which they joined it.</summary>
    public static IReadOnlyList<SweepState> States(SharedHeap heap)
    {
        var states = new List<SweepState>();
        for (var page = heap.Old.State.Pages.First; page != 0; page = heap.Page(page).Next)
        {
            states.Add((SweepState)heap.Page(page).SweepState);
        }

        return states;
    }
}
