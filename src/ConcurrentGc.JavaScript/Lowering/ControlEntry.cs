namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>An open statement that break, continue or return may leave.</summary>
internal sealed class ControlEntry
{
    /// <summary>The one around it.</summary>
    public ControlEntry? Outer { get; set; }

    /// <summary>Labels of the statement.</summary>
    public List<string> Names { get; init; } = [];

    /// <summary>Where break goes.</summary>
    public Label? Break { get; init; }

    /// <summary>Where continue goes; null: it is no loop.</summary>
    public Label? Continue { get; init; }

    /// <summary>Whether a break without label means it.</summary>
    public bool IsUnlabeledTarget { get; init; }

    /// <summary>Where a finally block begins; null: the statement has none.</summary>
    public Label? Finally { get; init; }

    /// <summary>Register that says how the finally block is left: 0 on, 1 throw, 2 and more an exit.</summary>
    public int How { get; init; }

    /// <summary>Register of the value thrown or returned.</summary>
    public int Value { get; init; }

    /// <summary>What is emitted after the finally block for each exit.</summary>
    public List<Action> Exits { get; } = [];
}
