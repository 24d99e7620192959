namespace ConcurrentGc.Experiments.Traces;

/// <summary>A line of a trace.</summary>
internal struct TraceOperation
{
    private const long Most = 1L << 52;
    private const int MostNumbers = 3;

    /// <summary>What to do; zero: the line is empty or a comment.</summary>
    public byte Letter;

    /// <summary>How many numbers follow.</summary>
    public int Count;

    /// <summary>The first number.</summary>
    public long First;

    /// <summary>The second number.</summary>
    public long Second;

    /// <summary>The third number.</summary>
    public long Third;

    /// <summary>Reads a line.</summary>
    /// <param name="text">Text that ends in a line end.</param>
    /// <param name="at">Where the line begins; then where the next one does. Where it broke off when it is malformed.</param>
    /// <returns>False: no letter, more than three numbers, or something else than one space before each.</returns>
    public bool TryRead(ReadOnlySpan<byte> text, ref int at)
    {
        this = default;
        var letter = text[at];
        if (letter is (byte)'\n' or (byte)'#')
        {
            at += text[at..].IndexOf((byte)'\n') + 1;
            return true;
        }

        Letter = letter;
        at++;
        while (text[at] == ' ')
        {
            at++;
            if (Count == MostNumbers || !TryReadNumber(text, ref at, out var number))
            {
                return false;
            }

            (First, Second, Third) = Count switch
            {
                0 => (number, Second, Third),
                1 => (First, number, Third),
                _ => (First, Second, number),
            };
            Count++;
        }

        return letter is >= (byte)'a' and <= (byte)'z' && text[at++] == '\n';
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> text, ref int at, out long number)
    {
        var first = at;
        number = 0;
        while (text[at] is >= (byte)'0' and <= (byte)'9' and var digit && number < Most)
        {
            number = (number * 10) + digit - '0';
            at++;
        }

        return at > first && number < Most;
    }
}
