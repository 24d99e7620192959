using System.Runtime.CompilerServices;
using ConcurrentGc.Experiments.Programs;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Experiments.Traces;

/// <summary>Follows a trace line by line. A line that cannot be followed ends the program with the reader's problem set.</summary>
internal ref struct TraceSteps
{
    private const int ObjectsOfStep = 256;

    private readonly SharedHeap _heap;
    private readonly TraceReader _reader;
    private ref TraceState _state;

    /// <summary>The steps of a program.</summary>
    /// <param name="heap">Its heap.</param>
    /// <param name="reader">The trace.</param>
    /// <param name="state">Its words.</param>
    public TraceSteps(SharedHeap heap, TraceReader reader, ref TraceState state)
    {
        (_heap, _reader) = (heap, reader);
        _state = ref state;
    }

    /// <summary>Runs from where the program stopped.</summary>
    /// <param name="context">The mutator's.</param>
    /// <param name="turn">The host.</param>
    /// <typeparam name="TTurn">The host's own struct.</typeparam>
    public ProgramStop Run<TTurn>(ref ProgramContext context, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        while (_reader.From(_state.Place) is { Length: > 0 } text)
        {
            var stop = Follow(text, ref context, ref turn, out var isStopped);
            if (isStopped)
            {
                return stop;
            }
        }

        return End(ref context, ProgramEnd.Completed);
    }

    private ProgramStop Follow<TTurn>(
        ReadOnlySpan<byte> text, ref ProgramContext context, ref TTurn turn, out bool isStopped)
        where TTurn : struct, ITurn, allows ref struct
    {
        isStopped = true;
        var operation = default(TraceOperation);
        for (var at = 0; at < text.Length;)
        {
            var first = at;
            if (!(operation.TryRead(text, ref at) && TraceSyntax.IsPlain(in operation) && CanDo(in operation))
                && Problem(text, first, ref at, out operation) is { } wrong)
            {
                return Refuse(ref context, wrong.Found, wrong.Allowed);
            }

            if (!TryDo(in operation, ref context, out var bytes))
            {
                return ProgramStop.NeedsCollection;
            }

            if (_state.Done == 0)
            {
                _state.Place += at - first;
                _state.Line++;
            }
            else
            {
                at = first; // more of the same line
            }

            turn.Pay(Work.AllocateByte, bytes);
            if (!turn.Spend(Work.InstructionTurbofan, operation.Letter == TraceFormat.Instructions ? operation.First : 0)
                || context.IsInterrupted(ref turn))
            {
                return ProgramStop.SliceEnd;
            }
        }

        isStopped = false;
        return default;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryDo(in TraceOperation operation, ref ProgramContext context, out long bytes)
    {
        bytes = 0;
        switch (operation.Letter)
        {
            case TraceFormat.Allocate:
            case TraceFormat.AllocatePointers:
                bytes = operation.Second;
                return TryAllocate(ref context, operation.First, bytes, operation.Letter == TraceFormat.AllocatePointers);
            case TraceFormat.Garbage:
                return TryAllocateGarbage(ref context, operation.First, operation.Count == 1 ? 1 : operation.Second, out bytes);
            case TraceFormat.Store:
                var holder = Tagged.Address(_heap.WeakRoots.At(operation.First));
                PlainObject.Store(_heap, holder, holder + (operation.Second * 8), WordOf(operation.Third));
                return true;
            case TraceFormat.LetGo:
                _state.Held.Resize(_heap, 0);
                return true;
            case TraceFormat.Drop:
                _heap.WeakRoots.Clear(operation.First);
                return true;
            default:
                SetRoot(in operation);
                return true;
        }
    }

    private void SetRoot(in TraceOperation operation)
    {
        switch (operation.Letter)
        {
            case TraceFormat.Root:
                _state.Roots.Resize(_heap, Math.Max(_state.Roots.Count, operation.First + 1));
                _state.Roots.At(_heap, operation.First) = WordOf(operation.Second);
                break;
            case TraceFormat.Local:
                _state.Stack.At(_heap, _state.Frame + operation.First) = WordOf(operation.Second);
                break;
            case TraceFormat.Call:
                _state.Stack.Push(_heap, Tagged.SmallInteger((int)_state.Frame));
                _state.Frame = _state.Stack.Count;
                _state.Stack.Resize(_heap, _state.Frame + operation.First);
                break;
            case TraceFormat.Return:
                var below = _state.Frame - 1;
                _state.Frame = Tagged.ToInteger(_state.Stack.At(_heap, below));
                _state.Stack.Resize(_heap, below);
                break;
            default:
                break; // instructions are paid by the caller, comments do nothing
        }
    }

    private bool TryAllocate(ref ProgramContext context, long name, long bytes, bool hasPointers)
    {
        if (!MutatorAllocator.TryAllocate(_heap, ref context, bytes, out var address))
        {
            return false;
        }

        PlainObject.Initialize(_heap, address, bytes, hasPointers);
        _state.Held.Push(_heap, Tagged.FromAddress(address));
        if (name > 0)
        {
            _heap.WeakRoots.Set(name, address);
        }

        return true;
    }

    private bool TryAllocateGarbage(ref ProgramContext context, long bytes, long count, out long allocated)
    {
        var first = _state.Done;
        var end = Math.Min(count, first + ObjectsOfStep);
        while (_state.Done < end)
        {
            if (!MutatorAllocator.TryAllocate(_heap, ref context, bytes, out var address))
            {
                allocated = 0;
                return false;
            }

            PlainObject.Initialize(_heap, address, bytes, hasPointers: false);
            _state.Done++;
        }

        allocated = (_state.Done - first) * bytes;
        _state.Done = _state.Done == count ? 0 : _state.Done;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly long WordOf(long name) => name == 0 ? Tagged.Zero : _heap.WeakRoots.At(name);

    /// <summary>Whether a plain operation can be done now; by millions, so without words for what is wrong.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool CanDo(in TraceOperation operation)
    {
        if (operation.Letter != TraceFormat.Store)
        {
            return _state.Held.Count < TraceFormat.MostRoots;
        }

        var (count, first, third) = (_heap.WeakRoots.Count, operation.First, operation.Third);
        if (first >= count || third >= count || _heap.WeakRoots.At(first) is var holder && holder == Tagged.Zero)
        {
            return false;
        }

        var header = _heap.Owned(Tagged.Address(holder));
        return ObjectHeader.Layout(header) == LayoutKind.TaggedFields
            && operation.Second > 0 && operation.Second * 8 < ObjectHeader.FixedBytes(header)
            && (third == 0 || _heap.WeakRoots.At(third) != Tagged.Zero);
    }

    /// <summary>What is wrong with a line; null: nothing, and it is read.</summary>
    private readonly (string Found, string Allowed)? Problem(
        ReadOnlySpan<byte> text, int first, ref int at, out TraceOperation operation)
    {
        (at, operation) = (first, default);
        return operation.TryRead(text, ref at)
            ? TraceSyntax.Problem(in operation) ?? Problem(in operation)
            : TraceOperation.Malformed(text[first..]);
    }

    /// <summary>Why an operation cannot be done now; null: it can.</summary>
    private readonly (string Found, string Allowed)? Problem(in TraceOperation operation)
    {
        var (first, second) = (operation.First, operation.Second);
        return operation.Letter switch
        {
            TraceFormat.Allocate or TraceFormat.AllocatePointers =>
                TraceSyntax.Range("objects held", _state.Held.Count, 0, TraceFormat.MostRoots - 1),
            TraceFormat.Store => Living(first) ?? Slot(first, second) ?? LivingOrNone(operation.Third),
            TraceFormat.Root => LivingOrNone(second),
            TraceFormat.Local =>
                TraceSyntax.Range("local", first, 0, _state.Frame == 0 ? -1 : _state.Stack.Count - _state.Frame - 1) ?? LivingOrNone(second),
            TraceFormat.Call => TraceSyntax.Range("words of frames", _state.Stack.Count + first, 0, TraceFormat.MostRoots - 2),
            TraceFormat.Return => _state.Frame > 0 ? null : ("found a return", "one after each call"),
            TraceFormat.Drop => TraceSyntax.Range("name", first, 1, _heap.WeakRoots.Count - 1),
            _ => null,
        };
    }

    private readonly (string Found, string Allowed)? LivingOrNone(long name) => name == 0 ? null : Living(name);

    private readonly (string Found, string Allowed)? Living(long name) =>
        name > 0 && name < _heap.WeakRoots.Count && _heap.WeakRoots.At(name) != Tagged.Zero
            ? null
            : ($"name: found {name}", "the name of an object that lives");

    private readonly (string Found, string Allowed)? Slot(long name, long slot)
    {
        var address = Tagged.Address(_heap.WeakRoots.At(name));
        var header = _heap.Owned(address);
        var words = ObjectHeader.SizeBytes(header, _heap.Owned(address + 8)) / 8;
        return !ObjectHeader.HasTaggedWords(header)
            ? ($"name: found {name}, an object without pointers", "one that was allocated by 'p'")
            : TraceSyntax.Range("slot", slot, PlainObject.FirstSlot(words), words - 1);
    }

    private readonly ProgramStop Refuse(ref ProgramContext context, string found, string allowed)
    {
        _reader.Problem = InvalidInputException.At(_reader.Path, _state.Line, 0, $"{found}, allowed: {allowed}").Message;
        return End(ref context, ProgramEnd.Unsupported);
    }

    private static ProgramStop End(ref ProgramContext context, ProgramEnd end)
    {
        (context.End, context.ExitCode) = (end, 0);
        return ProgramStop.Ended;
    }
}
