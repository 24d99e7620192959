namespace ConcurrentGc.Exploration.Textbook;

/// <summary>A step of the textbook collector in one number.</summary>
/// <param name="Bits">The number.</param>
public readonly record struct TextbookStep(int Bits)
{
    /// <summary>In place of the register with the value: null is stored.</summary>
    public const int NullValue = 2;

    private const int Shift = 4;
    private const int Mask = (1 << Shift) - 1;

    /// <summary>What it does.</summary>
    public TextbookAction Action => (TextbookAction)(Bits & Mask);

    /// <summary>The first number behind the action.</summary>
    public int First => (Bits >> Shift) & Mask;

    /// <summary>The second.</summary>
    public int Second => (Bits >> (2 * Shift)) & Mask;

    /// <summary>The third.</summary>
    public int Third => (Bits >> (3 * Shift)) & Mask;

    /// <summary>A step.</summary>
    /// <param name="action">What it does.</param>
    /// <param name="first">The first number behind it; each is in 0 to 15.</param>
    /// <param name="second">The second.</param>
    /// <param name="third">The third.</param>
    public static TextbookStep Of(TextbookAction action, int first = 0, int second = 0, int third = 0) =>
        new((int)action | (first << Shift) | (second << (2 * Shift)) | (third << (3 * Shift)));
}
