namespace ConcurrentGc.Experiments.Traces;

// Note [Coarse deaths].
//
// A trace whose deaths are known only every so many bytes, as traces of real programs often are: an object dies not when
// its last pointer goes but at the next multiple of N allocated bytes at which no allocation is held. Allocations stay
// where they are; everything else waits, in order, for that point. Nothing is lost by it: until the point all that was
// reachable stays so, new objects are held, and at the point the graph is that of the original.
// Garbage is held until the point too. Names are given anew, since one that is dropped is in use until the point.

/// <summary>Rounds the deaths of a trace up. See Note [Coarse deaths].</summary>
/// <param name="reader">The trace.</param>
/// <param name="writer">Takes the coarse one; not owned.</param>
/// <param name="bytes">Deaths are at multiples of it.</param>
public sealed class TraceCoarsening(TraceReader reader, TraceWriter writer, long bytes)
{
    private readonly TraceScanner _scanner = new(reader);
    private readonly List<TraceOperation> _waiting = [];
    private readonly Dictionary<long, long> _newNames = [];
    private readonly Stack<long> _free = [];
    private long _names;
    private long _held;
    private long _clock;
    private long _point;
    private bool _holds;

    /// <summary>Writes the whole trace.</summary>
    /// <exception cref="InvalidInputException">A line is malformed, or names an object that was not allocated.</exception>
    public void Run()
    {
        writer.WriteHead(reader.LiteralBytes);
        _point = bytes;
        while (_scanner.TryNext(out var operation))
        {
            switch (operation.Letter)
            {
                case TraceFormat.Allocate or TraceFormat.AllocatePointers:
                    _held++;
                    Allocate(operation.Letter, NewName(operation.First), operation.Second);
                    break;
                case TraceFormat.Garbage:
                    AllocateGarbage(operation.First, operation.Count == 1 ? 1 : operation.Second);
                    break;
                case TraceFormat.Instructions:
                    writer.Write(operation.Letter, operation.First);
                    break;
                case 0:
                    break;
                default:
                    Wait(operation);
                    break;
            }

            Release();
        }

        _held = 0;
        _point = _clock;
        Release();
        writer.Flush();
    }

    private void Allocate(byte letter, long name, long size)
    {
        writer.Write(letter, name, size);
        _clock += size;
        _holds = true;
    }

    private void AllocateGarbage(long size, long count)
    {
        for (var index = 0L; index < count; index++)
        {
            Allocate(TraceFormat.Allocate, 0, size);
            Release();
        }
    }

    private long NewName(long name)
    {
        if (name == 0)
        {
            return 0;
        }

        if (_newNames.Remove(name, out var old))
        {
            _waiting.Add(new TraceOperation { Letter = TraceFormat.Drop, Count = 1, First = old });
        }

        var given = _free.TryPop(out var free) ? free : ++_names;
        _newNames[name] = given;
        return given;
    }

    private void Wait(TraceOperation operation)
    {
        switch (operation.Letter)
        {
            case TraceFormat.Store:
                operation.First = Renamed(operation.First);
                operation.Third = Renamed(operation.Third);
                break;
            case TraceFormat.Root or TraceFormat.Local:
                operation.Second = Renamed(operation.Second);
                break;
            case TraceFormat.Drop:
                var dropped = operation.First;
                operation.First = Renamed(dropped);
                _newNames.Remove(dropped);
                break;
            case TraceFormat.LetGo:
                _held = 0;
                return;
            default:
                break;
        }

        _waiting.Add(operation);
    }

    private long Renamed(long name) => name == 0
        ? 0
        : _newNames.TryGetValue(name, out var given)
            ? given
            : throw _scanner.Invalid($"name: found {name}", "the name of an object that was allocated");

    /// <summary>At a point where deaths may be.</summary>
    private void Release()
    {
        if (_held > 0 || _clock < _point)
        {
            return;
        }

        foreach (var operation in _waiting)
        {
            ReadOnlySpan<long> numbers = [operation.First, operation.Second, operation.Third];
            writer.Write(operation.Letter, numbers[..operation.Count]);
            if (operation.Letter == TraceFormat.Drop)
            {
                _free.Push(operation.First);
            }
        }

        if (_holds)
        {
            writer.Write(TraceFormat.LetGo);
        }

        _waiting.Clear();
        _holds = false;
        _point = ((_clock / bytes) + 1) * bytes;
    }
}
