using ConcurrentGc.Experiments.Programs;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Experiments.Workloads;

/// <summary>
/// What a synthetic program does, one store or allocation a step. Between two steps it stands at a safepoint, and holds
/// no address.
/// </summary>
/// <remarks>
/// A lifetime is exact: an object's pointers lead to objects that die later, and a store that makes another object point
/// to it is taken back when it dies. Only locals of frames hold objects longer.
/// </remarks>
internal ref struct SyntheticSteps
{
    private const int Attempts = 4;
    private const int SlotBits = 24;

    private readonly SharedHeap _heap;
    private readonly Workload _workload;
    private ref SyntheticState _state;

    /// <summary>The steps of a program.</summary>
    /// <param name="heap">Its heap.</param>
    /// <param name="workload">What it does.</param>
    /// <param name="state">Its words.</param>
    public SyntheticSteps(SharedHeap heap, Workload workload, ref SyntheticState state)
    {
        (_heap, _workload) = (heap, workload);
        _state = ref state;
    }

    /// <summary>Runs from where the program stopped.</summary>
    /// <param name="context">The mutator's.</param>
    /// <param name="turn">The host.</param>
    /// <typeparam name="TTurn">The host's own struct.</typeparam>
    public ProgramStop Run<TTurn>(ref ProgramContext context, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        while (true)
        {
            var instructions = 1;
            if (_workload.AnimationBytes > 0 && IsBetweenFrames && !TryBeginFrame(ref context, turn.Now))
            {
                return ProgramStop.Sleeps;
            }

            if (_state.Deaths.IsDue(_heap, _state.Clock))
            {
                Drop();
            }
            else if (_state.StoresDue >= 1)
            {
                Link();
            }
            else if (_state.DrawnBytes > 0 || _state.Clock < _workload.Bytes)
            {
                if (!TryAllocate(ref context, ref turn, out var bytes, out var stop))
                {
                    return stop;
                }

                turn.Pay(Work.AllocateByte, bytes);
                instructions = _workload.InstructionsPerObject;
            }
            else
            {
                if (!HasRested(ref context, turn.Now))
                {
                    return ProgramStop.Sleeps;
                }

                (context.End, context.ExitCode) = (ProgramEnd.Completed, 0);
                return ProgramStop.Ended;
            }

            if (!turn.Spend(Work.InstructionTurbofan, instructions) || context.IsInterrupted(ref turn))
            {
                return ProgramStop.SliceEnd;
            }
        }
    }

    /// <summary>Whether all is allocated that belongs to a frame; the last one ends with the program.</summary>
    private readonly bool IsBetweenFrames =>
        _state.Clock >= _state.FrameEnd && _state.Clock < _workload.Bytes && _state.DrawnBytes == 0;

    private readonly bool TryBeginFrame(ref ProgramContext context, long now)
    {
        context.Frames.End();
        context.Frames.Request(now);
        if (context.Frames.TryBegin(now, out _))
        {
            _state.FrameEnd = _state.Clock + _workload.AnimationBytes;
            return true;
        }

        context.WakeAt = context.Frames.Due;
        return false;
    }

    /// <summary>Behind its last frame the program rests for a while.</summary>
    private readonly bool HasRested(ref ProgramContext context, long now)
    {
        context.Frames.End();
        _state.RestsUntil = _state.RestsUntil == 0 ? now + _workload.RestNanoseconds : _state.RestsUntil;
        context.WakeAt = _state.RestsUntil;
        return now >= _state.RestsUntil;
    }

    private void Drop()
    {
        var place = _state.Deaths.Next(_heap);
        if (_state.Live.LinkOf(_heap, place) != 0)
        {
            Unlink(place);
            return;
        }

        _state.Deaths.RemoveNext(_heap);
        _state.Live.Remove(_heap, place);
        _state.Newest = _state.Newest == place + 1 ? 0 : _state.Newest;
    }

    private bool TryAllocate<TTurn>(ref ProgramContext context, ref TTurn turn, out long bytes, out ProgramStop stop)
        where TTurn : struct, ITurn, allows ref struct
    {
        stop = ProgramStop.NeedsCollection;
        if (_state.DrawnBytes == 0)
        {
            Draw();
        }

        var lives = _state.DrawnDeath > _state.Clock + _state.DrawnBytes;
        if (lives && !_state.Live.HasFree)
        {
            bytes = LiveObjects.ShelfBytes;
            return _state.Live.TryAddShelf(_heap, ref context);
        }

        bytes = _state.DrawnBytes;
        if (IsPretenured
            ? !OldAllocation.TryAllocate(ref context, bytes, ref turn, out var address, out stop)
            : !MutatorAllocator.TryAllocate(_heap, ref context, bytes, out address))
        {
            return false;
        }

        Place(address, bytes, lives);
        return true;
    }

    private readonly bool IsPretenured => _workload.PretenuredLifetime > 0
        && _state.DrawnDeath - _state.Clock - _state.DrawnBytes >= _workload.PretenuredLifetime
        && _state.DrawnBytes <= _heap.Geometry.MaximumRegularObjectBytes;

    /// <summary>The new object gets its words, its place among those that live, and perhaps a local.</summary>
    private void Place(long address, long bytes, bool lives)
    {
        var hasPointers = _state.DrawnHasPointers != 0;
        PlainObject.Initialize(_heap, address, bytes, hasPointers);
        if (hasPointers)
        {
            Fill(address, bytes);
        }

        if (lives)
        {
            var place = _state.Live.Add(_heap, address, _state.DrawnDeath);
            _state.Newest = place + 1;
            if (_state.DrawnDeath < long.MaxValue)
            {
                _state.Deaths.Add(_heap, _state.DrawnDeath, place);
            }
        }

        _state.Frames.Add(_heap, _workload, ref _state.Random, address);
        _state.Clock += bytes;
        _state.DrawnBytes = 0;
        _state.StoresDue += _workload.StoresPerObject;
    }

    private void Draw()
    {
        var size = _workload.Size.Draw(ref _state.Random, _state.Clock, _workload.RequestBytes);
        var bytes = (long)Math.Clamp(size, Workload.LeastObjectBytes, Workload.MostObjectBytes);
        _state.DrawnBytes = (bytes + 7) & ~7L;
        _state.DrawnHasPointers = _state.Random.NextFraction() < _workload.PointerShare ? 1 : 0;
        var born = _state.Clock + _state.DrawnBytes;
        var lifetime = _workload.Lifetime.Draw(ref _state.Random, born, _workload.RequestBytes);
        _state.DrawnDeath = lifetime < long.MaxValue / 4 ? born + (long)lifetime : long.MaxValue;
    }

    /// <summary>The pointers of a new object lead to objects that outlive it, as far as a few attempts find some.</summary>
    private void Fill(long address, long bytes)
    {
        for (var offset = PlainObject.FirstSlot(bytes / 8) * 8; offset < bytes; offset += 8)
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                var place = AnyPlace();
                if (place >= 0 && _state.Live.DeathOf(_heap, place) >= _state.DrawnDeath)
                {
                    PlainObject.Store(_heap, address, address + offset, _state.Live.At(_heap, place)); // it may be pretenured, and black
                    break;
                }
            }
        }
    }

    /// <summary>Makes some object point to another one, where it does not yet do so.</summary>
    private void Link()
    {
        var isNewest = _state.Random.NextFraction() < _workload.YoungShare;
        var value = isNewest ? _state.Newest - 1 : AnyPlace();
        if (value >= 0 && _state.Live.LinkOf(_heap, value) != 0)
        {
            Unlink(value); // an object has one such pointer at a time: the store that follows moves it
            return;
        }

        _state.StoresDue--;
        for (var attempt = 0; value >= 0 && attempt < Attempts; attempt++)
        {
            var holder = AnyPlace();
            if (holder >= 0 && Slots(holder, out var first) is var slots and > 0)
            {
                var slot = first + _state.Random.NextBelow(slots);
                var address = Tagged.Address(_state.Live.At(_heap, holder));
                PlainObject.Store(_heap, address, address + (slot * 8), _state.Live.At(_heap, value));
                _state.Live.LinkOf(_heap, value) = (holder << SlotBits) | slot;
                return;
            }
        }
    }

    /// <summary>Takes a store back, unless the holder or its slot has something else by now.</summary>
    private void Unlink(long place)
    {
        ref var link = ref _state.Live.LinkOf(_heap, place);
        var (holder, slot) = (link >> SlotBits, link & ((1L << SlotBits) - 1));
        link = 0;
        if (_state.Live.At(_heap, holder) == Tagged.Zero || Slots(holder, out var first) is var slots && slot >= first + slots)
        {
            return;
        }

        var address = Tagged.Address(_state.Live.At(_heap, holder));
        if (_heap.Owned(address + (slot * 8)) == _state.Live.At(_heap, place))
        {
            PlainObject.Store(_heap, address, address + (slot * 8), Tagged.Zero);
        }
    }

    /// <summary>A place by chance; minus one when it is free.</summary>
    private readonly long AnyPlace()
    {
        if (_state.Live.Places == 0)
        {
            return -1;
        }

        var place = _state.Random.NextBelow(_state.Live.Places);
        return _state.Live.At(_heap, place) == Tagged.Zero ? -1 : place;
    }

    /// <summary>Pointers that the object at a place has room for.</summary>
    private readonly long Slots(long place, out long first)
    {
        var address = Tagged.Address(_state.Live.At(_heap, place));
        var header = _heap.Owned(address);
        var words = ObjectHeader.SizeBytes(header, _heap.Owned(address + 8)) / 8;
        first = PlainObject.FirstSlot(words);
        return ObjectHeader.HasTaggedWords(header) ? words - first : 0;
    }
}
