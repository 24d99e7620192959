using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Interpreting;

namespace ConcurrentGc.Tests.JavaScript;

/// <summary>
/// Clears weak words on a standing heap by the rules of Note [Weak words], as plainly as they can be written: what is
/// reached without weak words is alive, a value while its table and key are, and the rest is cleared.
/// </summary>
internal sealed class WeakClearing(SharedHeap heap)
{
    private readonly HashSet<long> _alive = [];
    private readonly Stack<long> _pending = new();
    private readonly List<long> _weak = [];

    /// <summary>Addresses of the living objects with weak words, after <see cref="Run"/>.</summary>
    public IReadOnlyList<long> Weak => _weak;

    /// <summary>Clears whatever is dead.</summary>
    public void Run()
    {
        for (var range = 0; range < heap.Roots.Count; range++)
        {
            for (var i = 0L; i < heap.Roots.Words(range); i++)
            {
                Reach(heap.Owned(heap.Roots.Start(range) + (8 * i)));
            }
        }

        do
        {
            while (_pending.TryPop(out var address))
            {
                VisitStrongWords(address);
            }

            foreach (var table in _weak.Where(each => LayoutOf(each) == LayoutKind.EphemeronTable).ToList())
            {
                ReachValues(table);
            }
        }
        while (_pending.Count > 0);

        _weak.ForEach(Clear);
    }

    private LayoutKind LayoutOf(long address) => ObjectHeader.Layout(heap.Owned(address));

    private ref long Word(long address, long index) => ref heap.Owned(address + (8 * index));

    private bool IsDead(long word) => Tagged.IsPointer(word) && !_alive.Contains(Tagged.Address(word));

    private void Reach(long word)
    {
        if (Tagged.IsPointer(word) && _alive.Add(Tagged.Address(word)))
        {
            _pending.Push(Tagged.Address(word));
        }
    }

    private void VisitStrongWords(long address)
    {
        var header = heap.Owned(address);
        if (ObjectHeader.HasWeakWords(header))
        {
            _weak.Add(address);
        }

        if (!ObjectHeader.HasTaggedWords(header) || LayoutOf(address) == LayoutKind.EphemeronTable)
        {
            return;
        }

        var words = ObjectHeader.SizeBytes(header, Word(address, 1)) / 8;
        for (var i = ObjectHeader.FirstTaggedOffset(header) / 8; i < words; i++)
        {
            if (!IsWeak(ObjectHeader.Layout(header), i))
            {
                Reach(Word(address, i));
            }
        }
    }

    private static bool IsWeak(LayoutKind layout, long index) =>
        layout == LayoutKind.WeakReference ? index == WeakWords.ReferenceTarget
            : layout == LayoutKind.WeakCell && (index is WeakWords.CellTarget or WeakWords.CellToken);

    private long Pairs(long table) => Tagged.ToInteger(Word(table, WeakWords.TableCapacity));

    private void ReachValues(long table)
    {
        for (var i = 0; i < Pairs(table); i++)
        {
            var key = Word(table, WeakWords.TableFirstKey + (2 * i));
            if (Tagged.IsPointer(key) && (_alive.Contains(Tagged.Address(key)) || IsImmortal(key)))
            {
                Reach(Word(table, WeakWords.TableFirstKey + (2 * i) + 1));
            }
        }
    }

    private bool IsImmortal(long word) => heap.Owned(Tagged.Address(word)) == ObjectLayout.OddballHeader;

    private void Clear(long address)
    {
        switch (LayoutOf(address))
        {
            case LayoutKind.WeakReference:
                ClearWord(address, WeakWords.ReferenceTarget);
                break;
            case LayoutKind.WeakCell:
                heap.Control.ClearedCells += ClearWord(address, WeakWords.CellTarget) ? 1 : 0;
                ClearWord(address, WeakWords.CellToken);
                break;
            default:
                ClearPairs(address);
                break;
        }
    }

    private bool ClearWord(long address, long index)
    {
        var isDead = IsDead(Word(address, index));
        if (isDead)
        {
            Word(address, index) = Tagged.Zero;
        }

        return isDead;
    }

    private void ClearPairs(long table)
    {
        for (var i = 0; i < Pairs(table); i++)
        {
            var at = WeakWords.TableFirstKey + (2 * i);
            if (IsDead(Word(table, at)) && !IsImmortal(Word(table, at)))
            {
                Word(table, at) = Tagged.Zero;
                Word(table, at + 1) = Tagged.Zero;
                Word(table, WeakWords.TableElements) -= Tagged.SmallInteger(1);
                Word(table, WeakWords.TableDeleted) += Tagged.SmallInteger(1);
            }
        }
    }
}
