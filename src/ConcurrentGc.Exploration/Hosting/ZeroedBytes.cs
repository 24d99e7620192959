using System.Runtime.CompilerServices;

namespace ConcurrentGc.Exploration.Hosting;

/// <summary>Bytes of a struct in words of the heap that are set to zero, word by word.</summary>
internal sealed class ZeroedBytes
{
    // Note [Padding].
    //
    // Between the fields of a role or a message there may be bytes that belong to none. Code that copies a struct field by
    // field leaves there what was in memory before, code that copies it as a whole takes along what was on the stack: that
    // depends on how the runtime has compiled it, and when. A state is all words of the heap, so equal states would differ by
    // bytes that nobody reads. Therefore the explorer sets them to zero: in a message when it is sent, in a role behind each
    // of its steps.

    private readonly (int Word, ulong Kept)[] _words;

    /// <summary>Takes the bytes.</summary>
    /// <param name="isZero">For each byte of the struct: whether it is set to zero.</param>
    public ZeroedBytes(IReadOnlyList<bool> isZero)
    {
        var kept = new ulong[(isZero.Count + sizeof(ulong) - 1) / sizeof(ulong)];
        Array.Fill(kept, ulong.MaxValue);
        for (var i = 0; i < isZero.Count; i++)
        {
            kept[i / sizeof(ulong)] &= isZero[i] ? ~(0xffUL << (i % sizeof(ulong) * 8)) : ulong.MaxValue;
        }

        _words = [.. kept.Select((word, at) => (at, word)).Where(each => each.word != ulong.MaxValue)];
    }

    /// <summary>The bytes between fields. See Note [Padding].</summary>
    /// <typeparam name="T">The struct.</typeparam>
    public static ZeroedBytes PaddingOf<T>() where T : unmanaged => new(FieldBytes.Padding<T>());

    /// <summary>Sets them to zero.</summary>
    /// <param name="first">The first word of the struct.</param>
    public void Clear(ref long first)
    {
        foreach (var (word, kept) in _words)
        {
            Unsafe.Add(ref first, word) &= (long)kept;
        }
    }
}
