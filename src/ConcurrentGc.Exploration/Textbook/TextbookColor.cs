namespace ConcurrentGc.Exploration.Textbook;

/// <summary>The state of an object.</summary>
public enum TextbookColor
{
    /// <summary>Not allocated; its fields are null.</summary>
    Free = 0,

    /// <summary>Not found by the marker.</summary>
    White = 1,

    /// <summary>Found; its fields are to be read.</summary>
    Grey = 2,

    /// <summary>Taken by the marker, or born so.</summary>
    Black = 3,
}
