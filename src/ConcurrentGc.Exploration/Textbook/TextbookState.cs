namespace ConcurrentGc.Exploration.Textbook;

/// <summary>
/// A state of the textbook collector in one word: a value, so that a snapshot is a copy and equal states are equal words.
/// Objects are numbered from 1; 0 is null.
/// </summary>
/// <param name="Bits">The word.</param>
public record struct TextbookState(ulong Bits)
{
    private const int ColorsAt = 24;
    private const int RegistersAt = 32;
    private const int StageAt = 38;
    private const int HolderAt = 41;
    private const int FieldAt = 44;
    private const int ValueAt = 45;
    private const int OldAt = 48;
    private const int PhaseAt = 51;
    private const int WorkAt = 54;
    private const int OperationsAt = 58;
    private const int FlagAt = 62;
    private const ulong LowColors = 0b01_01_01_01;

    /// <summary>
    /// The store under way: which of its steps comes next, from one; zero: none is under way. In 0 to 7.
    /// </summary>
    public int Stage
    {
        readonly get => Get(StageAt, 3);
        set => Set(StageAt, 3, value);
    }

    /// <summary>The object that it stores into.</summary>
    public int Holder
    {
        readonly get => Get(HolderAt, 3);
        set => Set(HolderAt, 3, value);
    }

    /// <summary>The field that it stores to: 0 or 1.</summary>
    public int Field
    {
        readonly get => Get(FieldAt, 1);
        set => Set(FieldAt, 1, value);
    }

    /// <summary>The object that it stores, or null.</summary>
    public int Value
    {
        readonly get => Get(ValueAt, 3);
        set => Set(ValueAt, 3, value);
    }

    /// <summary>What it loaded before it stores.</summary>
    public int Old
    {
        readonly get => Get(OldAt, 3);
        set => Set(OldAt, 3, value);
    }

    /// <summary>Whether marking was on when the store began; kept where a store asks once.</summary>
    public bool Flag
    {
        readonly get => Get(FlagAt, 1) != 0;
        set => Set(FlagAt, 1, value ? 1 : 0);
    }

    /// <summary>What the collector does.</summary>
    public TextbookPhase Phase
    {
        readonly get => (TextbookPhase)Get(PhaseAt, 3);
        set => Set(PhaseAt, 3, (int)value);
    }

    /// <summary>
    /// Scanning: object number less one, times two, and the field read next. Sweeping: a bit an object that was swept.
    /// Visiting registers one by one: whether one of this round was shaded.
    /// </summary>
    public int Work
    {
        readonly get => Get(WorkAt, 4);
        set => Set(WorkAt, 4, value);
    }

    /// <summary>Operations that the mutator may still begin, where they are bounded.</summary>
    public int Operations
    {
        readonly get => Get(OperationsAt, 4);
        set => Set(OperationsAt, 4, value);
    }

    /// <summary>Whether an object is grey.</summary>
    public readonly bool HasGrey
    {
        get
        {
            var colors = Bits >> ColorsAt;
            return ((colors >> 1) & ~colors & LowColors) != 0;
        }
    }

    /// <summary>The fields of all objects, three bits each, in order.</summary>
    internal ulong Fields
    {
        readonly get => Bits & ((1UL << ColorsAt) - 1);
        set => Bits = (Bits & ~((1UL << ColorsAt) - 1)) | value;
    }

    /// <summary>What a field holds.</summary>
    /// <param name="holder">The object.</param>
    /// <param name="field">0 or 1.</param>
    public readonly int Load(int holder, int field) => Get(((holder - 1) * 6) + (field * 3), 3);

    /// <summary>Changes a field.</summary>
    /// <param name="holder">The object.</param>
    /// <param name="field">0 or 1.</param>
    /// <param name="value">An object, or null.</param>
    public void Store(int holder, int field, int value) => Set(((holder - 1) * 6) + (field * 3), 3, value);

    /// <summary>The color of an object.</summary>
    /// <param name="number">The object.</param>
    public readonly TextbookColor Color(int number) => (TextbookColor)Get(ColorsAt + ((number - 1) * 2), 2);

    /// <summary>Changes the color of an object.</summary>
    /// <param name="number">The object.</param>
    /// <param name="color">Its new color.</param>
    public void Paint(int number, TextbookColor color) => Set(ColorsAt + ((number - 1) * 2), 2, (int)color);

    /// <summary>What a register holds.</summary>
    /// <param name="number">0 or 1.</param>
    public readonly int Register(int number) => Get(RegistersAt + (number * 3), 3);

    /// <summary>Changes a register.</summary>
    /// <param name="number">0 or 1.</param>
    /// <param name="value">An object, or null.</param>
    public void SetRegister(int number, int value) => Set(RegistersAt + (number * 3), 3, value);

    /// <summary>Ends the store under way, and forgets its operands.</summary>
    public void EndStore()
    {
        Bits &= ~(((1UL << (PhaseAt - StageAt)) - 1) << StageAt);
        Flag = false;
    }

    private readonly int Get(int at, int bits) => (int)(Bits >> at) & ((1 << bits) - 1);

    private void Set(int at, int bits, int value) =>
        Bits = (Bits & ~(((1UL << bits) - 1) << at)) | ((ulong)value << at);
}
