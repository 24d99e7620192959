namespace ConcurrentGc.Experiments.Checking;

/// <summary>
/// What a random program does in one operation. A new kind is a member here, a weight in <see cref="RandomMixes"/> and a
/// case in <see cref="RandomProgram"/>.
/// </summary>
internal enum RandomOperation
{
    /// <summary>Allocates an object: fields, an array, raw words, large now and then.</summary>
    Allocate,

    /// <summary>Allocates a weak reference, a weak cell or a table of ephemerons.</summary>
    AllocateWeak,

    /// <summary>Allocates an array buffer, most with bytes outside the heap.</summary>
    AllocateBuffer,

    /// <summary>Allocates fields in old space.</summary>
    AllocateOld,

    /// <summary>Loads a strong word of an object.</summary>
    Load,

    /// <summary>Loads a weak word of an object, or the value of a pair.</summary>
    LoadWeak,

    /// <summary>Stores into a tagged word of an object, weak ones included.</summary>
    Store,

    /// <summary>Stores into the shelf, which keeps what it holds.</summary>
    Keep,

    /// <summary>Loads from the shelf.</summary>
    Take,

    /// <summary>Lets go of something on the shelf.</summary>
    Release,

    /// <summary>Puts a new object in the place of something on the shelf, and lets it point there: the new head of a list.</summary>
    Push,

    /// <summary>Puts in the place of something on the shelf what that points to, as who takes the head off a list.</summary>
    Unlink,

    /// <summary>Stores into the shelf what a weak word gives out.</summary>
    KeepWeak,

    /// <summary>Puts a small integer into a register.</summary>
    Drop,

    /// <summary>Changes an object in place.</summary>
    Change,
}
