using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace ConcurrentGc.Heap.Verifying;

/// <summary>Hashes a stream of words with XXH128, a buffer at a time.</summary>
internal sealed class WordHash
{
    private readonly XxHash128 _hash = new();
    private readonly long[] _words = new long[1024];
    private int _count;

    /// <summary>Appends a word.</summary>
    /// <param name="word">The word.</param>
    public void Append(long word)
    {
        if (_count == _words.Length)
        {
            Flush();
        }

        _words[_count++] = word;
    }

    /// <summary>Appends bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        Flush();
        _hash.Append(bytes);
    }

    /// <summary>The hash of all that was appended; the next hash begins.</summary>
    public UInt128 Finish()
    {
        Flush();
        var hash = _hash.GetCurrentHashAsUInt128();
        _hash.Reset();
        return hash;
    }

    private void Flush()
    {
        _hash.Append(MemoryMarshal.AsBytes(_words.AsSpan(0, _count)));
        _count = 0;
    }
}
