using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Words;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Spaces;

/// <summary>Random operations on old space and two workers' spaces beside a list of what must be in them.</summary>
internal sealed class PagedSpaceModel
{
    private readonly SharedHeap _heap;
    private readonly Random _random;
    private readonly PagedSpace[] _spaces;
    private readonly List<(long Address, int Bytes, int Stamp)> _objects = [];
    private int _stamps;

    public PagedSpaceModel(SharedHeap heap, Random random)
    {
        (_heap, _random) = (heap, random);
        _spaces =
        [
            heap.Old,
            new PagedSpace(heap, PagedSpace.TakeLocal(heap)),
            new PagedSpace(heap, PagedSpace.TakeLocal(heap)),
        ];
    }

    public void Step()
    {
        switch (_random.Next(24))
        {
            case < 12:
                Allocate();
                break;
            case < 19:
                Free();
                break;
            case 19:
                Any().RetireArea();
                break;
            case 20:
                MovePage();
                break;
            case 21:
                Sweep();
                break;
            case 22:
                ReleaseEmptyPage();
                break;
            default:
                MergeAll();
                break;
        }
    }

    public void MergeAll()
    {
        _heap.Old.Merge(_spaces[1]);
        _heap.Old.Merge(_spaces[2]);
    }

    public void AssertObjectsAreIntact()
    {
        foreach (var (address, bytes, stamp) in _objects)
        {
            Assert.Equal(ObjectHeader.Encode(LayoutKind.RawFields, bytes / 8, stamp), _heap.Owned(address));
            Assert.Equal(~(long)stamp, _heap.Owned(address + bytes - 8));
        }
    }

    private void Allocate()
    {
        // Mostly small, so that pages fragment; every size up to the regular limit occurs.
        var limit = _random.Next(4) == 0 ? _heap.Geometry.MaximumRegularObjectBytes : 128;
        var bytes = 16 + (8 * _random.Next((limit - 8) / 8));
        var origin = (AllocationOrigin)_random.Next(2);
        if (!Any().TryAllocate(bytes, origin, out var address))
        {
            for (var i = 0; i < 20; i++)
            {
                Free();
            }

            return;
        }

        var stamp = ++_stamps;
        _heap.Owned(address) = ObjectHeader.Encode(LayoutKind.RawFields, bytes / 8, stamp);
        _heap.Owned(address + bytes - 8) = ~(long)stamp;
        _objects.Add((address, bytes, stamp));
    }

    private void Free()
    {
        if (_objects.Count == 0)
        {
            return;
        }

        var at = _random.Next(_objects.Count);
        var (address, bytes, _) = _objects[at];
        _objects[at] = _objects[^1];
        _objects.RemoveAt(_objects.Count - 1);
        OwnerOf(address).Free(address, bytes);
    }

    private void MovePage()
    {
        var (from, to) = (Any(), Any());
        from.RetireArea();
        if (from.State.Pages.Count > 0 && from.LockAddress != to.LockAddress)
        {
            to.TakePage(from, PageOf(from));
        }
    }

    private void Sweep()
    {
        var space = Any();
        space.RetireArea();
        if (space.State.Pages.Count == 0)
        {
            return;
        }

        var page = PageOf(space);
        space.Detach(page);
        _heap.FreeList.Reset(page);
        var (at, end, live) = (page + _heap.Geometry.AreaStartBytes, page + _heap.Geometry.PageBytes, 0L);
        foreach (var (address, bytes, _) in _objects.Where(each => _heap.PageOf(each.Address) == page).OrderBy(each => each.Address))
        {
            AddGap(space, at, address);
            at = address + bytes;
            live += bytes;
        }

        AddGap(space, at, end);
        _heap.Page(page).AllocatedBytes = live;
        space.State.AllocatedBytes += live;
        space.Append(page);
    }

    private void AddGap(PagedSpace space, long start, long end)
    {
        if (end > start)
        {
            _heap.FreeList.Add(space.State.Categories, start, end - start);
        }
    }

    private void ReleaseEmptyPage()
    {
        var space = Any();
        space.RetireArea();
        for (var page = space.State.Pages.First; page != 0; page = _heap.Page(page).Next)
        {
            if (_heap.Page(page).AllocatedBytes == 0)
            {
                space.Detach(page);
                _heap.FreeList.Reset(page);
                _heap.Pages.Return(page, 1);
                return;
            }
        }
    }

    private PagedSpace Any() => _spaces[_random.Next(_spaces.Length)];

    private long PageOf(PagedSpace space)
    {
        var page = space.State.Pages.First;
        for (var skip = _random.Next((int)space.State.Pages.Count); skip > 0; skip--)
        {
            page = _heap.Page(page).Next;
        }

        return page;
    }

    private PagedSpace OwnerOf(long address)
    {
        foreach (var space in _spaces)
        {
            for (var page = space.State.Pages.First; page != 0; page = _heap.Page(page).Next)
            {
                if (page == _heap.PageOf(address))
                {
                    return space;
                }
            }
        }

        throw new InvalidOperationException($"No space holds 0x{address:x}.");
    }
}
