namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>What comes next in a change of an object in place. Each makes at most one shared access.</summary>
public enum LayoutStep
{
    /// <summary>Nothing: the object has changed.</summary>
    Done = 0,

    /// <summary>Takes the exclusive side of the page's lock.</summary>
    LockPage = 1,

    /// <summary>Overwrites the next word whose meaning changes, or that is cut off a large array.</summary>
    Overwrite = 2,

    /// <summary>Writes the second word of the gap behind the new end.</summary>
    FillSize = 3,

    /// <summary>Writes its third word.</summary>
    FillNext = 4,

    /// <summary>Writes its header.</summary>
    FillHeader = 5,

    /// <summary>Writes the word that the new size follows from: the header, or an array's length.</summary>
    Publish = 6,

    /// <summary>Releases the lock.</summary>
    UnlockPage = 7,
}
