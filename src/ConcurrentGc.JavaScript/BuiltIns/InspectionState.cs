namespace ConcurrentGc.JavaScript.BuiltIns;

/// <summary>What one call of Node's util.inspect carries along.</summary>
/// <param name="depth">Levels of objects that are shown.</param>
/// <param name="showsHidden">Whether lengths of arrays are shown, as the format %o does.</param>
internal sealed class InspectionState(int depth, bool showsHidden)
{
    /// <summary>Levels of objects that are shown.</summary>
    public int Depth { get; } = depth;

    /// <summary>Whether lengths of arrays are shown.</summary>
    public bool ShowsHidden { get; } = showsHidden;

    /// <summary>Objects that are open, outer ones first.</summary>
    public List<long> Open { get; } = [];

    /// <summary>Objects that lie inside themselves, in the order in which that was found: number n is element n - 1.</summary>
    public List<long> Circular { get; } = [];

    /// <summary>Columns that lines inside are moved to the right.</summary>
    public int Indentation { get; set; }

    /// <summary>Level of the object that was opened last.</summary>
    public int CurrentDepth { get; set; }
}
