using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ConcurrentGc.Exploration.Hosting;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Heap.Memory;

namespace ConcurrentGc.Exploration.Walking;

/// <summary>
/// Walks through the states of a world forwards and back: what a step changed is noted, so that it can be undone, and the
/// fingerprint follows the changed words. So neither costs more in a large world than in a small one.
/// </summary>
public sealed unsafe class WorldWalk
{
    private const int Block = 16;
    private readonly ExploreHost _host;
    private readonly IExploredWorld _world;
    private readonly ulong* _words;
    private readonly ulong[] _shadow;
    private readonly int _sideEnd;
    private readonly int _sideTop;
    private readonly int _pagesEverUsed;
    private readonly int _headers;
    private readonly int _headerWords;
    private readonly int _firstPage;
    private readonly int _pageWords;
    private readonly List<(int Index, ulong Old)> _changes = [];
    private readonly ulong[] _bits;
    private int _sideWords;
    private int _pages;

    /// <summary>Begins where the world is.</summary>
    /// <param name="world">The world.</param>
    public WorldWalk(IExploredWorld world)
    {
        (_world, _host) = (world, world.Host);
        var heap = _host.Heap;
        _words = (ulong*)heap.Start;
        _shadow = new ReadOnlySpan<ulong>(_words, IndexOf(heap.Layout.ExternalStart)).ToArray();
        _sideEnd = IndexOf(heap.Layout.MarkBitsStart);
        _sideTop = IndexOf(HeapControl.OffsetOf(nameof(HeapControl.SideTop)));
        _sideWords = SideWords;
        _pagesEverUsed = IndexOf(HeapControl.OffsetOf(nameof(HeapControl.PagesEverUsed)));
        (_headers, _headerWords) = (IndexOf(heap.Layout.HeadersStart), IndexOf(1L << heap.Layout.HeaderShift));
        (_firstPage, _pageWords) = (IndexOf(heap.Layout.PagesStart), IndexOf(heap.Geometry.PageBytes));
        _bits = [.. Enumerable.Range(0, _shadow.Length).Select(at => _host.IsSeat(AddressOf(at)) ? 0 : Footprint.BitOf(AddressOf(at)))];
    }

    /// <summary>A hash of the state: equal states have equal ones.</summary>
    public Fingerprint Fingerprint { get; private set; }

    /// <summary>What the last broken rule says.</summary>
    public string Message { get; private set; } = string.Empty;

    /// <summary>Where the notes of the next step begin; see <see cref="Undo"/>.</summary>
    public int Mark => _changes.Count;

    /// <summary>Whether steps have footprints.</summary>
    public bool HasFootprints => _host.HasFootprints;

    /// <summary>What the step that was made last touched.</summary>
    /// <param name="actor">Who made it.</param>
    /// <param name="mark">As <see cref="Mark"/> was before.</param>
    public Footprint FootprintOf(int actor, int mark)
    {
        var changed = 0UL;
        for (var i = mark; i < _changes.Count; i++)
        {
            changed |= _bits[_changes[i].Index];
        }

        return _host.FootprintOf(actor, changed);
    }

    /// <summary>The choices of the step that was made last.</summary>
    public StepChoices Choices => _host.Choices;

    /// <summary>The actors that have something to do.</summary>
    /// <param name="enabled">Gets their numbers, rising.</param>
    /// <returns>How many they are; none with a broken rule is a violation.</returns>
    public int Enabled(Span<int> enabled) => _host.Enabled(enabled);

    /// <summary>Whether a state in which nobody has anything to do breaks a rule.</summary>
    public bool IsBrokenAtRest()
    {
        Message = _world.AtRest() ?? string.Empty;
        return Message.Length > 0;
    }

    /// <summary>Makes a step.</summary>
    /// <param name="actor">One that has something to do.</param>
    /// <returns>False: it broke a rule, and <see cref="Message"/> says which.</returns>
    public bool TryStep(int actor)
    {
        try
        {
            _host.Step(actor);
            return true;
        }
#pragma warning disable CA1031 // Whatever a role throws is a violation.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Message = failure.Message;
            return false;
        }
        finally
        {
            Follow();
        }
    }

    /// <summary>Undoes all steps since a mark.</summary>
    /// <param name="mark">As <see cref="Mark"/> was before the first of them.</param>
    public void Undo(int mark)
    {
        for (var i = _changes.Count - 1; i >= mark; i--)
        {
            var (index, old) = _changes[i];
            Fingerprint = Fingerprint.Exchange(index, _shadow[index], old);
            _words[index] = _shadow[index] = old;
        }

        CollectionsMarshal.SetCount(_changes, mark);
    }

    private static long AddressOf(int index) => (long)index * sizeof(ulong);

    private static int IndexOf(long address) => (int)(address / sizeof(ulong));

    private int SideWords => IndexOf((long)_words[_sideTop]);

    /// <summary>
    /// Notes what differs from the state before. Of the side region, of page headers and of pages only what was ever taken can.
    /// </summary>
    private void Follow()
    {
        _sideWords = Math.Max(_sideWords, SideWords);
        _pages = Math.Max(_pages, (int)_words[_pagesEverUsed]);
        Follow(0, _sideWords);
        Follow(_sideEnd, _headers + (_pages * _headerWords));
        Follow(_firstPage, _firstPage + (_pages * _pageWords));
    }

    /// <summary>Of a range. Four vectors are looked at together: mostly none differs.</summary>
    private void Follow(int from, int to)
    {
        ref var shadow = ref MemoryMarshal.GetArrayDataReference(_shadow);
        var at = from;
        for (; at <= to - Block; at += Block)
        {
            var differs = Difference(ref shadow, at) | Difference(ref shadow, at + Vector256<ulong>.Count)
                | Difference(ref shadow, at + (2 * Vector256<ulong>.Count)) | Difference(ref shadow, at + (3 * Vector256<ulong>.Count));
            if (differs != Vector256<ulong>.Zero)
            {
                Note(at, at + Block);
            }
        }

        Note(at, to);
    }

    private Vector256<ulong> Difference(ref ulong shadow, int at) => Vector256.Load(_words + at) ^ Vector256.LoadUnsafe(ref shadow, (nuint)at);

    private void Note(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            var (old, now) = (_shadow[at], _words[at]);
            if (old != now)
            {
                _changes.Add((at, old));
                Fingerprint = Fingerprint.Exchange(at, old, now);
                _shadow[at] = now;
            }
        }
    }
}
