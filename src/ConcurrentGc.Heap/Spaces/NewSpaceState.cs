namespace ConcurrentGc.Heap.Spaces;

/// <summary>Words of new space.</summary>
public struct NewSpaceState
{
    /// <summary>
    /// The linear allocation area in to-space. Owner: the mutator; during a collection, whoever holds <see cref="Lock"/>.
    /// </summary>
    public AllocationArea Area;

    /// <summary>To-space.</summary>
    public PageChain To;

    /// <summary>From-space; empty before the first collection, and when the reserved range has no pages for it.</summary>
    public PageChain From;

    /// <summary>Pages of one semispace.</summary>
    public long Pages;

    /// <summary>Pages of one semispace at the start.</summary>
    public long InitialPages;

    /// <summary>The page that the area is in.</summary>
    public long CurrentPage;

    /// <summary>Pages before the current one; their tails count as used.</summary>
    public long PagesUsed;

    /// <summary>Objects below it have survived once.</summary>
    public long AgeMark;

    /// <summary>The page that the age mark is on.</summary>
    public long AgeMarkPage;

    /// <summary>Address of the parked rests: start and bytes in turn.</summary>
    public long Parked;

    /// <summary>Number of parked rests.</summary>
    public long ParkedCount;

    /// <summary>Lock of the area during a collection: zero free, else the holder's number plus one. Shared.</summary>
    public long Lock;

    /// <summary>Non-zero while a collection runs: rests are not parked, and bytes not counted.</summary>
    public long InCollection;

    /// <summary>Allocated bytes from one step to the next; zero: no steps are asked for.</summary>
    public long StepBytes;

    /// <summary>Bytes until the next step, from <see cref="CountedTo"/> on.</summary>
    public long StepLeft;

    /// <summary>Bytes of large objects until the next step.</summary>
    public long LargeStepLeft;

    /// <summary>Where in the area the bytes begin that are not counted yet.</summary>
    public long CountedTo;
}
