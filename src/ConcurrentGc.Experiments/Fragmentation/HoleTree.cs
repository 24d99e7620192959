namespace ConcurrentGc.Experiments.Fragmentation;

/// <summary>
/// Holes by address: a tree of maxima over all words, so that the first hole of a size from some place on is found in
/// as many steps as the number of words has bits.
/// </summary>
internal sealed class HoleTree
{
    private const int LeastWords = 1 << 16;

    // Leaf n is the size of the hole that begins at word n; a node is the larger of its two children.
    private int[] _maxima = new int[2 * LeastWords];
    private int[] _sizeByEnd = new int[LeastWords];

    private int Leaves => _sizeByEnd.Length;

    /// <summary>Words of the largest hole.</summary>
    public long Largest => _maxima[1];

    /// <summary>Words of the hole that begins at a word; zero: none does.</summary>
    /// <param name="start">The word.</param>
    public long SizeAt(long start) => start < Leaves ? _maxima[Leaves + start] : 0;

    /// <summary>Words of the hole that ends before a word; zero: none does.</summary>
    /// <param name="end">The word.</param>
    public long SizeBefore(long end) => end < Leaves ? _sizeByEnd[end] : 0;

    /// <summary>Adds or removes a hole.</summary>
    /// <param name="start">Its first word.</param>
    /// <param name="words">Its size.</param>
    /// <param name="isThere">Whether it is there afterwards.</param>
    public void Set(long start, long words, bool isThere)
    {
        while (start + words >= Leaves)
        {
            Grow();
        }

        var size = isThere ? checked((int)words) : 0;
        _sizeByEnd[start + words] = size;
        var node = Leaves + (int)start;
        _maxima[node] = size;
        for (node /= 2; node > 0; node /= 2)
        {
            var largest = Math.Max(_maxima[2 * node], _maxima[(2 * node) + 1]);
            if (_maxima[node] == largest)
            {
                break; // nor does anything above it change
            }

            _maxima[node] = largest;
        }
    }

    /// <summary>The first hole of a size.</summary>
    /// <param name="from">Holes that begin earlier do not count.</param>
    /// <param name="words">Least size.</param>
    /// <returns>Its first word; minus one: there is none.</returns>
    public long First(long from, long words) => from >= Leaves ? -1 : First(1, 0, Leaves, from, words);

    private long First(int node, long start, long length, long from, long words)
    {
        if (start + length <= from || _maxima[node] < words)
        {
            return -1;
        }

        if (length == 1)
        {
            return start;
        }

        var found = First(2 * node, start, length / 2, from, words);
        return found >= 0 ? found : First((2 * node) + 1, start + (length / 2), length / 2, from, words);
    }

    private void Grow()
    {
        var (leaves, old) = (Leaves, _maxima);
        Array.Resize(ref _sizeByEnd, 2 * leaves);
        _maxima = new int[4 * leaves];
        Array.Copy(old, leaves, _maxima, 2 * leaves, leaves);
        for (var node = (2 * leaves) - 1; node > 0; node--)
        {
            _maxima[node] = Math.Max(_maxima[2 * node], _maxima[(2 * node) + 1]);
        }
    }
}
