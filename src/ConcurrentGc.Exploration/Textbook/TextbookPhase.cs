namespace ConcurrentGc.Exploration.Textbook;

/// <summary>What the textbook collector does.</summary>
public enum TextbookPhase
{
    /// <summary>Its cycle has not begun.</summary>
    Idle = 0,

    /// <summary>Marking is on and no object is in hand.</summary>
    Marking = 1,

    /// <summary>Marking is on and the fields of an object are read.</summary>
    Scanning = 2,

    /// <summary>Objects are freed or made white again.</summary>
    Sweeping = 3,

    /// <summary>Its cycle has ended.</summary>
    Done = 4,

    /// <summary>The start, where registers are visited one by one: the second is next.</summary>
    SecondRegisterAtStart = 5,

    /// <summary>A rescan, where registers are visited one by one: the second is next.</summary>
    SecondRegisterInRescan = 6,
}
