using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Worklists;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Scavenging;

namespace ConcurrentGc.Tests.Support;

/// <summary>
/// Publishes what it has, then takes what others published until the list is empty, and says that it ran dry: a worker
/// without its work. Or it looks first and publishes after that: the control of Note [The pause].
/// </summary>
internal struct Publisher(
    SharedHeap heap, long list, int number, int entries, bool looksFirst, Address<CollectorMessage> collector)
    : IRole<ScavengerMessage>
{
    private LocalWorklist _local = new(new Worklist(heap, list));
    private Stage _stage;
    private bool _isToPublish;

    private enum Stage
    {
        Idle,
        Publish,
        Published,
        Look,
        Steal,
        Stolen,
        Dry,
    }

    public bool Receive<TTurn>(in ScavengerMessage message, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _stage = Stage.Look;
        if (message.Verb == ScavengerVerb.Copy && entries > 0)
        {
            for (var i = 0; i < entries; i++)
            {
                _local.Push(turn.Heap, 8L * (i + 1));
            }

            _isToPublish = true;
            _stage = looksFirst ? Stage.Look : Stage.Publish;
        }

        return true;
    }

    public bool Step<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var worklist = new Worklist(turn.Heap, list);
        do
        {
            switch (_stage)
            {
                case Stage.Publish or Stage.Steal when !turn.Heap.TryLock(worklist.LockAddress, number): return true;
                case Stage.Publish: Publish(worklist); break;
                case Stage.Published:
                    turn.Heap.Unlock(worklist.LockAddress);
                    turn.Send(collector, new CollectorMessage(CollectorVerb.Published, 1, number));
                    _stage = looksFirst ? Stage.Dry : Stage.Look;
                    break;
                case Stage.Look: Look(turn.Heap, worklist); break;
                case Stage.Steal:
                    _local.TrySteal(worklist);
                    _stage = Stage.Stolen;
                    break;
                case Stage.Stolen: WorkOff(turn.Heap, worklist); break;
                default:
                    _stage = Stage.Idle;
                    turn.Send(collector, new CollectorMessage(CollectorVerb.RanDry, 1, number));
                    return false;
            }
        }
        while (turn.Spend(Work.Step, 1));

        return true;
    }

    private void Publish(Worklist worklist)
    {
        _local.Publish(worklist);
        _isToPublish = false;
        _stage = Stage.Published;
    }

    private void Look(SharedHeap heap, Worklist worklist) =>
        _stage = heap.LoadRelaxed(worklist.SegmentsAddress) > 0 ? Stage.Steal : _isToPublish ? Stage.Publish : Stage.Dry;

    private void WorkOff(SharedHeap heap, Worklist worklist)
    {
        heap.Unlock(worklist.LockAddress);
        while (_local.TryPop(heap, out _))
        {
        }

        _stage = Stage.Look;
    }
}
