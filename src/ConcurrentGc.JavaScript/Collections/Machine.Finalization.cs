using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.EventLoop;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>
/// FinalizationRegistry. Its cells are a list, newest first; those whose target died go to a second list, from which the
/// cleanup takes them. All registries hang on links that hold them weakly.
/// </summary>
/// <remarks>
/// Source: V8 11.3, objects/js-weak-refs-inl.h. Departure: V8 finds the cells of a token in a table of the registry; here
/// unregistering walks the cells.
/// </remarks>
internal sealed unsafe partial class Machine
{
    private const int RegistryCleanup = 3;
    private const int RegistryCells = 4;
    private const int RegistryCleared = 5;
    private const int RegistryLinkNext = 1;
    private const int RegistryLinkBytes = 32;

    private long* FirstRegistryLink => (long*)(_base + _state->WeakRoots) + 1;

    private int MakeRegistry(int shape, long cleanup)
    {
        if (!IsFunction(cleanup))
        {
            return Throw(ErrorKind.TypeError, "FinalizationRegistry: cleanup must be callable");
        }

        if (!HasRoom(ObjectLayout.RegistryBytes + RegistryLinkBytes))
        {
            return Retry;
        }

        var registry = AllocateInstance(shape, ObjectLayout.RegistryBytes, out var word);
        new Span<long>(registry + RegistryCells, (ObjectLayout.RegistryBytes / 8) - RegistryCells).Clear();
        registry[RegistryCleanup] = cleanup;
        var link = Allocate(RegistryLinkBytes, out var linkWord);
        link[0] = ObjectLayout.RegistryLinkHeader;
        link[RegistryLinkNext] = *FirstRegistryLink;
        link[2] = Tagged.Zero;
        link[WeakWords.ReferenceTarget] = word;
        *FirstRegistryLink = linkWord;
        CountInstance(shape);
        return Finish(word);
    }

    private int Register(long* frame, int count)
    {
        var target = *Argument(frame, count, 1);
        var held = Argument(frame, count, 2);
        var token = *Argument(frame, count, 3);
        if (!IsObject(target))
        {
            return Throw(ErrorKind.TypeError, "FinalizationRegistry.prototype.register: invalid target");
        }

        if (target == *held)
        {
            return Throw(ErrorKind.TypeError, "FinalizationRegistry.prototype.register: target and holdings must not be same");
        }

        if (!IsObject(token) && token != _state->Undefined)
        {
            return ThrowInvalidToken(Argument(frame, count, 3));
        }

        if (!HasRoom((8 * WeakWords.CellWords) + BoxBytesOf(*held)))
        {
            return Retry;
        }

        var first = Object(frame[0]) + RegistryCells;
        var cell = Allocate(8 * WeakWords.CellWords, out var word);
        cell[0] = ObjectLayout.CellHeader;
        new Span<long>(cell + 1, WeakWords.CellWords - 1).Clear();
        cell[WeakWords.CellRegistry] = frame[0];
        cell[WeakWords.CellTarget] = target;
        cell[WeakWords.CellToken] = IsObject(token) ? token : Tagged.Zero;
        cell[WeakWords.CellHeld] = TaggedOf(held);
        PushCell(first, word);
        return Finish(_state->Undefined);
    }

    private int ThrowInvalidToken(long* token) => Throw(ErrorKind.TypeError, $"Invalid unregisterToken ('{DescribeValue(token)}')");

    private int Unregister(long registry, long* token)
    {
        if (!IsObject(*token))
        {
            return ThrowInvalidToken(token);
        }

        var isFound = false;
        foreach (var list in (ReadOnlySpan<int>)[RegistryCells, RegistryCleared])
        {
            var first = Object(registry) + list;
            for (var cell = *first; cell != Tagged.Zero;)
            {
                var words = Object(cell);
                var next = words[WeakWords.CellNext];
                if (words[WeakWords.CellToken] == *token)
                {
                    isFound = true;
                    UnlinkCell(first, cell);
                    _heap.Control.ClearedCells -= list == RegistryCells && words[WeakWords.CellTarget] == Tagged.Zero ? 1 : 0;
                    words[WeakWords.CellTarget] = Tagged.Zero;
                    words[WeakWords.CellToken] = Tagged.Zero;
                }

                cell = next;
            }
        }

        return FinishBoolean(isFound);
    }

    private void PushCell(long* first, long cell)
    {
        var words = Object(cell);
        StoreWithBarrier(words + WeakWords.CellNext, *first);
        words[WeakWords.CellPrevious] = Tagged.Zero;
        if (*first != Tagged.Zero)
        {
            StoreWithBarrier(Object(*first) + WeakWords.CellPrevious, cell);
        }

        StoreWithBarrier(first, cell);
    }

    private void UnlinkCell(long* first, long cell)
    {
        var (previous, next) = (Object(cell)[WeakWords.CellPrevious], Object(cell)[WeakWords.CellNext]);
        StoreWithBarrier(previous == Tagged.Zero ? first : Object(previous) + WeakWords.CellNext, next);
        if (next != Tagged.Zero)
        {
            StoreWithBarrier(Object(next) + WeakWords.CellPrevious, previous);
        }
    }

    /// <summary>
    /// Takes the call that a cleanup owes the program: for one cell whose target died, the oldest of its registry.
    /// </summary>
    /// <param name="cleanup">The function to call.</param>
    /// <param name="held">Its argument.</param>
    /// <returns>False: there is none.</returns>
    private bool TryTakeCleanup(out long cleanup, out long held)
    {
        if (_heap.Control.ClearedCells > 0)
        {
            SortOutClearedCells();
        }

        (cleanup, held) = (0, 0);
        if (_state->WaitingCells == 0)
        {
            return false;
        }

        for (var link = *FirstRegistryLink; link != Tagged.Zero; link = Object(link)[RegistryLinkNext])
        {
            var registry = Object(link)[WeakWords.ReferenceTarget];
            if (registry != Tagged.Zero && Object(registry)[RegistryCleared] is var cell and not Tagged.Zero)
            {
                UnlinkCell(Object(registry) + RegistryCleared, cell);
                _state->WaitingCells--;
                cleanup = Object(registry)[RegistryCleanup];
                held = Object(cell)[WeakWords.CellHeld];
                return true;
            }
        }

        _state->WaitingCells = 0;
        return false;
    }

    /// <summary>Moves the cells whose target died to the lists of cleared ones, and drops the links to registries that died.</summary>
    private void SortOutClearedCells()
    {
        _heap.Control.ClearedCells = 0;
        for (var slot = FirstRegistryLink; *slot != Tagged.Zero;)
        {
            var link = Object(*slot);
            var registry = link[WeakWords.ReferenceTarget];
            if (registry == Tagged.Zero)
            {
                StoreWithBarrier(slot, link[RegistryLinkNext]);
                continue;
            }

            for (var cell = Object(registry)[RegistryCells]; cell != Tagged.Zero;)
            {
                var next = Object(cell)[WeakWords.CellNext];
                if (Object(cell)[WeakWords.CellTarget] == Tagged.Zero)
                {
                    UnlinkCell(Object(registry) + RegistryCells, cell);
                    PushCell(Object(registry) + RegistryCleared, cell);
                    _state->WaitingCells++;
                }

                cell = next;
            }

            slot = link + RegistryLinkNext;
        }
    }

    /// <summary>Whether a cleanup is due, or may be.</summary>
    private bool HasCleanups => _heap.Control.ClearedCells > 0 || _state->WaitingCells > 0;

    /// <summary>Between two tasks: starts the cleanup for a target that died.</summary>
    /// <param name="status">What to return.</param>
    /// <returns>False: none is due.</returns>
    private bool TryStartCleanup(out int status)
    {
        status = Next;
        if (!TryTakeCleanup(out var cleanup, out var held))
        {
            return false;
        }

        status = Start(cleanup, _state->Undefined, _state->Undefined);
        Here->C = 1;
        (Frame + EventLoopCode.Receiver)[1] = held;
        return true;
    }
}
