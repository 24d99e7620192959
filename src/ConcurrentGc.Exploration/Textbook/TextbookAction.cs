namespace ConcurrentGc.Exploration.Textbook;

/// <summary>What a step of the textbook collector does; the words behind each are the numbers that its step carries.</summary>
public enum TextbookAction
{
    /// <summary>The state is one that the search begins with.</summary>
    Begin = 0,

    /// <summary>A register becomes null: register.</summary>
    Drop,

    /// <summary>A register becomes what the other one is: register.</summary>
    Copy,

    /// <summary>A register gets a field: register, register with the holder, field.</summary>
    Load,

    /// <summary>A register gets a free object: register, object.</summary>
    Allocate,

    /// <summary>A store begins with its first step: register with the holder, field, register with the value or <see cref="TextbookStep.NullValue"/>.</summary>
    Store,

    /// <summary>The next step of the store under way.</summary>
    GoOn,

    /// <summary>Marking starts.</summary>
    Start,

    /// <summary>The marker takes a grey object: object.</summary>
    Take,

    /// <summary>The marker reads and shades a field: object, field.</summary>
    Scan,

    /// <summary>Both registers are shaded; marking ends when that adds nothing.</summary>
    Rescan,

    /// <summary>Marking ends.</summary>
    EndMarking,

    /// <summary>An object is freed, or turns white: object.</summary>
    Sweep,

    /// <summary>Register 0 is shaded.</summary>
    VisitFirst,

    /// <summary>Register 1 is shaded.</summary>
    VisitSecond,
}
