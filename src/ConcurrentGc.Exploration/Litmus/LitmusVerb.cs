namespace ConcurrentGc.Exploration.Litmus;

/// <summary>What an operation of a litmus program does.</summary>
public enum LitmusVerb
{
    /// <summary>a = b, or null.</summary>
    Copy,

    /// <summary>a = b.field.</summary>
    Load,

    /// <summary>a.field = b, or null.</summary>
    Store,

    /// <summary>a = new object with so many fields.</summary>
    Allocate,

    /// <summary>a = new object in old space, with so many fields.</summary>
    AllocateOld,

    /// <summary>a = what the weak word of the weak object b points to; null when it was cleared.</summary>
    LoadWeak,

    /// <summary>The array a keeps so many elements.</summary>
    Trim,

    /// <summary>The changeable object a becomes one of so many words that look like pointers and are none.</summary>
    Become,

    /// <summary>The program sleeps for a moment.</summary>
    Sleep,

    /// <summary>Marking starts beside the program.</summary>
    Mark,

    /// <summary>The main thread makes a marking step; when nothing grey is left, the pause follows.</summary>
    Step,

    /// <summary>A scavenge.</summary>
    Scavenge,

    /// <summary>A full collection; it ends the marking that is under way.</summary>
    Collect,

    /// <summary>So many operations at most, whichever; zero: no bound. See Note [The most general program].</summary>
    Any,
}
