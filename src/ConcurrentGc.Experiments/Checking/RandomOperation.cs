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

    /// <summary>Puts a small integer into a register.</summary>
    Drop,
}
