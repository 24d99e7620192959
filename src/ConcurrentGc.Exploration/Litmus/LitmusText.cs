using ConcurrentGc.Orinoco.Defects;

namespace ConcurrentGc.Exploration.Litmus;

/// <summary>The operations of a litmus program: an immutable table.</summary>
/// <param name="Operations">In order.</param>
/// <param name="Mutator">Whose they are.</param>
/// <param name="Defect">A rule that the program breaks on purpose, or none.</param>
public sealed record LitmusText(IReadOnlyList<LitmusOperation> Operations, int Mutator = 0, Defect Defect = Defect.None)
{
    /// <summary>Shapes of drawn objects are below this one; those of objects that programs make follow.</summary>
    public const int FirstShape = 1 << 12;

    /// <summary>The shape of the object that an operation makes.</summary>
    /// <param name="operation">Number of the operation.</param>
    public int ShapeOf(int operation) => FirstShape + (Mutator * FirstShape) + operation;
}
