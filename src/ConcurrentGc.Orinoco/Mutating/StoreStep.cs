namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>What comes next in a store of a tagged word. Each makes at most one shared access.</summary>
public enum StoreStep
{
    /// <summary>Nothing: the store and its barrier are done.</summary>
    Done = 0,

    /// <summary>Writes the word.</summary>
    Store = 1,

    /// <summary>Remembers the slot when it is in an old page and the value in a young one.</summary>
    Remember = 2,

    /// <summary>Looks whether the value is marked.</summary>
    LookAtMark = 3,

    /// <summary>Turns the value grey; who does notes it in the shade buffer.</summary>
    Shade = 4,

    /// <summary>Announces the bucket of a slot that points to an evacuation candidate.</summary>
    AnnounceBucket = 5,

    /// <summary>Sets the bit of such a slot.</summary>
    InsertSlot = 6,

    /// <summary>Loads the word that will be overwritten.</summary>
    LoadOld = 7,

    /// <summary>Looks whether what it points to is marked.</summary>
    LookAtOld = 8,

    /// <summary>Turns that grey.</summary>
    ShadeOld = 9,

    /// <summary>Turns the holder grey again, when it is black.</summary>
    Retreat = 10,

    /// <summary>Loads the word of the value's mark bit: a defect only.</summary>
    LoadMarks = 11,

    /// <summary>Writes that word with the bit set, and notes the value: a defect only.</summary>
    StoreMarks = 12,

    /// <summary>Turns the value grey and notes it, whoever was first: a defect only.</summary>
    ShadeAnyway = 13,

    /// <summary>Looks whether the holder is black, by a load: a defect only.</summary>
    LookAtHolder = 14,
}
