namespace ConcurrentGc.Heap.Verifying;

/// <summary>What one verification has found out so far: violations, object starts, and the pages that spaces hold.</summary>
/// <param name="heap">The heap.</param>
internal sealed class Findings(SharedHeap heap)
{
    private readonly List<HeapViolation> _violations = [];
    private bool[] _owned = [];

    /// <summary>Starts of all objects that a collector may meet.</summary>
    public WordBits Starts { get; } = new(heap);

    /// <summary>Starts of all linked free blocks.</summary>
    public WordBits Blocks { get; } = new(heap);

    /// <summary>The violations, in the order they were found.</summary>
    public IReadOnlyList<HeapViolation> Violations => _violations;

    /// <summary>Forgets everything.</summary>
    public void Begin()
    {
        _violations.Clear();
        Starts.Begin();
        Blocks.Begin();
        _owned = new bool[heap.Control.PagesEverUsed];
    }

    /// <summary>Notes a violation; those over <see cref="HeapVerifier.MaximumViolations"/> are dropped.</summary>
    /// <param name="rule">Which rule.</param>
    /// <param name="address">Where; its page is noted when it lies in one.</param>
    /// <param name="actual">What is there.</param>
    /// <param name="expected">What ought to be there.</param>
    public void Report(HeapRule rule, long address, long actual, long expected = 0)
    {
        if (_violations.Count < HeapVerifier.MaximumViolations)
        {
            var page = IsInPages(address) ? heap.PageOf(address) : 0;
            _violations.Add(new HeapViolation(rule, page, address, actual, expected));
        }
    }

    /// <summary>Notes a violation unless both values are equal.</summary>
    /// <param name="rule">Which rule.</param>
    /// <param name="address">Where.</param>
    /// <param name="actual">What is there.</param>
    /// <param name="expected">What ought to be there.</param>
    public void Expect(HeapRule rule, long address, long actual, long expected)
    {
        if (actual != expected)
        {
            Report(rule, address, actual, expected);
        }
    }

    /// <summary>Whether an address lies in a page that was ever handed out.</summary>
    /// <param name="address">Any number.</param>
    public bool IsInPages(long address) =>
        (ulong)(address - heap.Layout.PagesStart) < (ulong)_owned.Length << heap.Geometry.PageShift;

    /// <summary>Whether a space holds a page.</summary>
    /// <param name="index">Number of the page, from zero.</param>
    public bool IsOwned(long index) => _owned[index];

    /// <summary>Notes that a space holds a page.</summary>
    /// <param name="page">Any number that is said to be the address of a page.</param>
    /// <returns>False, and a violation: it is no page, or another space or place of the chain holds it already.</returns>
    public bool TryOwn(long page)
    {
        if (!IsInPages(page) || heap.PageOf(page) != page)
        {
            Report(HeapRule.PageChain, page, page);
            return false;
        }

        ref var owned = ref _owned[(page - heap.Layout.PagesStart) >> heap.Geometry.PageShift];
        if (owned)
        {
            Report(HeapRule.PageOwnership, page, heap.Page(page).Space);
            return false;
        }

        owned = true;
        return true;
    }
}
