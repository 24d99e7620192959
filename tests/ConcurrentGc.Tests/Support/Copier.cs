using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Scavenging;

namespace ConcurrentGc.Tests.Support;

/// <summary>
/// Moves an object of two words in a scavenger's steps, or claims it before it is copied: the control of Note [Copy, then
/// claim]. Who comes too late reads the other one's copy and records what it saw.
/// </summary>
internal struct Copier(long from, long to, bool claimsFirst) : IRole<ScavengerMessage>
{
    /// <summary>What it records; no role does.</summary>
    public const EventKind Saw = (EventKind)1002;

    private Stage _stage;
    private long _header;
    private long _copy;

    private enum Stage
    {
        Idle,
        Read,
        Copy,
        Claim,
        Look,
    }

    public bool Receive<TTurn>(in ScavengerMessage message, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _stage = Stage.Read;
        return true;
    }

    public bool Step<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        do
        {
            switch (_stage)
            {
                case Stage.Read: Read(turn.Heap); break;
                case Stage.Copy: Copy(turn.Heap); break;
                case Stage.Claim: Claim(turn.Heap); break;
                case Stage.Look:
                    turn.Record(Saw, 0, 0, turn.Heap.Owned(_copy + sizeof(long)));
                    _stage = Stage.Idle;
                    break;
                default: return false;
            }
        }
        while (turn.Spend(Work.Step, 1));

        return _stage != Stage.Idle;
    }

    private void Read(SharedHeap heap)
    {
        _header = heap.LoadAcquire(from);
        (_copy, _stage) = ObjectHeader.IsForwarded(_header)
            ? (Tagged.Address(_header), Stage.Look)
            : (0, claimsFirst ? Stage.Claim : Stage.Copy);
    }

    private void Copy(SharedHeap heap)
    {
        heap.Owned(to + sizeof(long)) = heap.Owned(from + sizeof(long));
        heap.Owned(to) = _header;
        _stage = claimsFirst ? Stage.Idle : Stage.Claim;
    }

    private void Claim(SharedHeap heap)
    {
        var found = heap.CompareExchange(from, _header, Tagged.FromAddress(to));
        (_copy, _stage) = found != _header
            ? (Tagged.Address(found), Stage.Look)
            : (0, claimsFirst ? Stage.Copy : Stage.Idle);
    }
}
