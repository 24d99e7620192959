using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>
/// The words of a running program, in the side region. Places are byte offsets from the start of the heap's range, so
/// that a copy of the words is a snapshot. Owner: the mutator.
/// </summary>
internal struct MachineState
{
    /// <summary>The mutator's context while the program runs.</summary>
    public ProgramContext Context;

    /// <summary>Top of the allocation area up to which the loop may allocate; zero when every allocation must be looked at.</summary>
    public long AllocationLimit;

    /// <summary>Frame that runs.</summary>
    public long Frame;

    /// <summary>Instruction that runs next.</summary>
    public long Instruction;

    /// <summary>Instructions left until the next question to the host.</summary>
    public long Budget;

    /// <summary>Instructions that were given out with the budget.</summary>
    public long Granted;

    /// <summary>Bytes of new space in use when allocation was last paid for.</summary>
    public long PaidBytes;

    /// <summary>Bytes of large objects allocated since allocation was last paid for.</summary>
    public long LargeBytes;

    /// <summary>A result that is no register: a tagged word, or the marker of a double.</summary>
    public long Result;

    /// <summary>The double of <see cref="Result"/>.</summary>
    public double ResultNumber;

    /// <summary>First word of the stack.</summary>
    public long StackStart;

    /// <summary>End of the part of the stack that may hold stale words.</summary>
    public long StackUsed;

    /// <summary>
    /// Bytes above the top of the stack that may become stale without a check: as much as the largest frame has, because
    /// a frame that is there already writes its registers unasked.
    /// </summary>
    public long StackGrant;

    /// <summary>End of the stack.</summary>
    public long StackEnd;

    /// <summary>Bytes from a register to its word in the shadow stack of doubles.</summary>
    public long ShadowDistance;

    /// <summary>Range of roots of the stack.</summary>
    public long StackRange;

    /// <summary>Shapes.</summary>
    public long Shapes;

    /// <summary>Number of shapes.</summary>
    public long ShapeCount;

    /// <summary>Prototypes.</summary>
    public long Prototypes;

    /// <summary>Number of prototypes.</summary>
    public long PrototypeCount;

    /// <summary>Range of roots of the prototypes.</summary>
    public long PrototypeRange;

    /// <summary>Entries of the lookup cache.</summary>
    public long ShapeCache;

    /// <summary>Map objects by shape; zero: there are no meta objects. See Note [Meta objects].</summary>
    public long Maps;

    /// <summary>Range of roots of the map objects.</summary>
    public long MapRange;

    /// <summary>Cells of the functions of the text.</summary>
    public long Cells;

    /// <summary>Property cells of the globals of the language.</summary>
    public long PropertyCells;

    /// <summary>Inline caches.</summary>
    public long Caches;

    /// <summary>Number of inline caches.</summary>
    public long CacheCount;

    /// <summary>Byte offset of the root that refers to the context of the module.</summary>
    public long ModuleContext;

    /// <summary>Constants.</summary>
    public long Constants;

    /// <summary>Descriptions of functions.</summary>
    public long Functions;

    /// <summary>Array literals: tagged words of their stores.</summary>
    public long ArrayStores;

    /// <summary>Shapes of object literals, one word each.</summary>
    public long ObjectShapes;

    /// <summary>Shapes of empty objects by capacity.</summary>
    public long EmptyShapes;

    /// <summary>undefined.</summary>
    public long Undefined;

    /// <summary>null.</summary>
    public long Null;

    /// <summary>true.</summary>
    public long True;

    /// <summary>false.</summary>
    public long False;

    /// <summary>The hole.</summary>
    public long Hole;

    /// <summary>The empty store.</summary>
    public long EmptyArray;

    /// <summary>The empty string.</summary>
    public long EmptyText;

    /// <summary>The symbol Symbol.iterator.</summary>
    public long IteratorSymbol;

    /// <summary>State of the identity hashes of objects.</summary>
    public ulong Hash;

    /// <summary>
    /// Byte offset of two roots: the table of objects that stay alive until the turn ends because a WeakRef gave them out,
    /// and the first link to a FinalizationRegistry; zero when there is none.
    /// </summary>
    public long WeakRoots;

    /// <summary>Cells that lie in the lists of cleared ones, at most: what died with its registry still counts.</summary>
    public long WaitingCells;

    /// <summary>Shape of what an iterator's next returns.</summary>
    public long IteratorResult;

    /// <summary>State of Math.random.</summary>
    public ulong Random;

    /// <summary>Virtual nanoseconds at the start of the slice.</summary>
    public long Now;

    /// <summary>Statements that were traced.</summary>
    public long Statements;

    /// <summary>The event loop.</summary>
    public EventLoop.LoopState Loop;

    /// <summary>Whether a site has seen something new since the last tick of any function. See Note [Warming up].</summary>
    public bool SawNews;
}
