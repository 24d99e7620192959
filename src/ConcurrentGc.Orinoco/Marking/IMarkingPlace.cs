namespace ConcurrentGc.Orinoco.Marking;

/// <summary>Where a marker works: a type, so that the loop of the pause does not ask at each object.</summary>
internal interface IMarkingPlace
{
    /// <summary>Whether the program runs meanwhile: then objects are taken in single steps.</summary>
    static abstract bool IsBesideProgram { get; }
}
