using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
    /// <param name="text">Text that ends in a line end: it is looked at no further.</param>
    /// <param name="at">Where the line begins; then where the next one does, when this one can be read.</param>
    /// <returns>False: no letter, more than three numbers, or something else than one space before each.</returns>
    public bool TryRead(ReadOnlySpan<byte> text, ref int at)
    {
        ref var next = ref Unsafe.Add(ref MemoryMarshal.GetReference(text), at);
        (Letter, Count, First, Second, Third) = (next, 0, 0, 0, 0);
        if (Letter is (byte)'\n' or (byte)'#')
        {
            at += text[at..].IndexOf((byte)'\n') + 1;
            Letter = 0;
            return true;
        }

        next = ref Unsafe.Add(ref next, 1);
        while (next == ' ' && Count < MostNumbers)
        {
            next = ref Unsafe.Add(ref next, 1);
            if (next is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            var number = 0L;
            for (; next is >= (byte)'0' and <= (byte)'9' && number < Most; next = ref Unsafe.Add(ref next, 1))
            {
                number = (number * 10) + next - '0';
            }

            (First, Second, Third) = Count switch
            {
                0 => (number, 0, 0),
                1 => (First, number, 0),
                _ => (First, Second, number),
            };
            Count++;
        }

        at = (int)Unsafe.ByteOffset(ref MemoryMarshal.GetReference(text), ref next) + 1;
        return next == '\n' && Letter is >= (byte)'a' and <= (byte)'z' && First < Most && Second < Most && Third < Most;
    }

    /// <summary>What a line that cannot be read says, and what it may say.</summary>
    /// <param name="text">Text that begins with the line.</param>
    public static (string Found, string Allowed) Malformed(ReadOnlySpan<byte> text)
    {
        const int most = 40;
        var line = text[..text.IndexOf((byte)'\n')];
        var shown = new char[Math.Min(most, line.Length)];
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = line[i] is >= 32 and < 127 ? (char)line[i] : '?';
        }

        var rest = line.Length > most ? "..." : string.Empty;
        return ($"found '{new string(shown)}{rest}'", "a letter and up to three whole numbers, each after one space");
    }
}
