using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;

namespace ConcurrentGc.Heap.Verifying;

/// <summary>
/// Checks the whole heap against <see cref="HeapRule"/> in a stopped world, in time and memory linear in its pages.
/// It trusts nothing that it has not checked before and changes nothing. Owner: the caller; every role stands, no worker
/// holds a space of its own that is not merged, and nobody is in the middle of sweeping a page.
/// </summary>
/// <remarks>Source: V8 11.3, heap/heap-verifier.cc; departure: pages to be swept are read through their mark bits.</remarks>
public sealed class HeapVerifier
{
    // Note [What must be valid].
    //
    // Every object that a walk over a swept page meets must be valid, reachable or not; on a page that awaits its sweeper
    // the marked objects must be, and nothing is claimed of the words between them.
    //
    // Claim: a dead object that a walk can meet holds no dangling pointer. Memory of old objects is freed by a full
    // collection only. Whatever is walkable after one was marked by it or allocated later, and so were its targets. A
    // full collection leaves new space empty, and a scavenge visits all remembered slots, those of dead old objects
    // included: it keeps what they point to alive and rewrites them. So the check of all objects finds no false alarms,
    // and by induction from the roots it covers all reachable ones.
    //
    // The rest of an open allocation area is a gap: its words are whatever was there before, so it is skipped.

    /// <summary>Violations that one verification reports at most; one broken header can cause thousands.</summary>
    public const int MaximumViolations = 100;

    private readonly SharedHeap _heap;
    private readonly Findings _findings;
    private readonly PagedSpaceVerifier _pagedSpaces;
    private readonly LargeSpaceVerifier _largeSpaces;
    private readonly NewSpaceVerifier _newSpace;
    private readonly PointerVerifier _pointers;
    private readonly SideTableVerifier _sideTables;
    private readonly MarkingVerifier _marking;
    private readonly ExternalVerifier _external;

    /// <summary>A verifier; its tables are reused by each verification.</summary>
    /// <param name="heap">The heap.</param>
    public HeapVerifier(SharedHeap heap)
    {
        _heap = heap;
        _findings = new Findings(heap);
        _pagedSpaces = new PagedSpaceVerifier(heap, _findings);
        _largeSpaces = new LargeSpaceVerifier(heap, _findings);
        _newSpace = new NewSpaceVerifier(heap, _findings);
        _pointers = new PointerVerifier(heap, _findings);
        _marking = new MarkingVerifier(heap, _findings);
        _sideTables = new SideTableVerifier(heap, _findings, _marking);
        _external = new ExternalVerifier(heap, _findings);
    }

    /// <summary>Verifies the heap, between two cycles.</summary>
    /// <returns>The violations in a fixed order, at most <see cref="MaximumViolations"/>; valid until the next call.</returns>
    public IReadOnlyList<HeapViolation> Verify()
    {
        _findings.Begin();
        _pagedSpaces.Verify(_heap.ReadOnly);
        foreach (var space in _heap.OldSpaces)
        {
            _pagedSpaces.Verify(space);
        }

        _newSpace.Verify();
        _largeSpaces.Verify(_heap.NewLarge, HeapControl.OffsetOf(nameof(HeapControl.NewLarge)));
        _largeSpaces.Verify(_heap.Large, HeapControl.OffsetOf(nameof(HeapControl.Large)));
        _pointers.BeginRemembered();
        _pointers.VerifyRoots();
        _external.VerifyLists();
        for (var index = 0L; index < _heap.Control.PagesEverUsed; index++)
        {
            if (_findings.IsOwned(index))
            {
                var page = _heap.Layout.PagesStart + (index << _heap.Geometry.PageShift);
                _pointers.VerifyObjects(page);
                _pointers.VerifyRemembered(page);
                _marking.Verify(page);
                _external.VerifyBuffers(page);
            }

            _sideTables.Verify(index);
        }

        _pointers.VerifyEntries();

        return _findings.Violations;
    }

    /// <summary>Verifies the heap and fails on a violation.</summary>
    /// <exception cref="CheckFailedException">A rule does not hold; the message lists the first ten violations.</exception>
    public void Check()
    {
        var violations = Verify();
        if (violations.Count > 0)
        {
            throw new CheckFailedException(
                $"heap verification failed: {string.Join("; ", violations.Take(10).Select(each => each.ToString()))}.");
        }
    }
}
