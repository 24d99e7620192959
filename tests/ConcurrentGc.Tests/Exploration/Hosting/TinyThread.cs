using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Tests.Exploration.Hosting;

/// <summary>A role that makes one operation a step: as small as the threads that papers on memory models have.</summary>
/// <param name="table">Number of its operations.</param>
/// <param name="words">Byte offset of the shared words x, y, z.</param>
/// <param name="registers">Byte offset of its registers.</param>
internal struct TinyThread(int table, long words, long registers) : IRole<TinyVerb>
{
    private int _at;

    public readonly bool Receive<TTurn>(in TinyVerb message, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct => true;

    public bool Step<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var operations = turn.Tables.Get<IReadOnlyList<TinyOperation>>(table);
        var operation = operations[_at++];
        var (heap, word) = (turn.Heap, words + (operation.Word * 8));
        switch (operation.Verb)
        {
            case TinyVerb.Load: heap.Owned(registers + (operation.Value * 8)) = heap.LoadRelaxed(word); break;
            case TinyVerb.Store: heap.StoreRelease(word, operation.Value); break;
            case TinyVerb.StoreOwned: heap.Owned(word) = operation.Value; break;
            case TinyVerb.Add: heap.FetchAdd(word, operation.Value); break;
            default: heap.Fence(); break;
        }

        _ = turn.Spend(Work.Step, 1);
        return _at < operations.Count;
    }
}
