namespace ConcurrentGc.Exploration.Textbook;

/// <summary>Ways to visit fewer states with the same verdict. See Note [Reductions of the textbook heap].</summary>
[Flags]
public enum TextbookReductions
{
    /// <summary>Every state is visited.</summary>
    None = 0,

    /// <summary>Fields that nobody will read any more are null.</summary>
    DeadFields = 1,

    /// <summary>Objects are numbered in the order in which a traversal meets them; the sweeper takes any object next.</summary>
    Renaming = 2,
}
