namespace ConcurrentGc.Heap.Verifying;

/// <summary>A rule that does not hold, and where.</summary>
/// <param name="Rule">Which rule.</param>
/// <param name="Page">Address of the page; zero when no page is concerned.</param>
/// <param name="Address">Address of the object, block or slot; of the page or of a control word where there is none.</param>
/// <param name="Actual">What is there.</param>
/// <param name="Expected">What ought to be there; zero where the rule is no equation.</param>
public readonly record struct HeapViolation(HeapRule Rule, long Page, long Address, long Actual, long Expected)
{
    /// <summary>The rule, the place and both values, numbers in hexadecimal, for a log or a failed check.</summary>
    /// <returns>One line.</returns>
    public override string ToString() =>
        $"{Rule}: page 0x{Page:x}, address 0x{Address:x}: 0x{Actual:x} vs. 0x{Expected:x}";
}
