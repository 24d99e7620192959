namespace ConcurrentGc.Orinoco.Hosting;

/// <summary>
/// Immutable managed objects that roles reach by number, since a role holds words only: program text, names, and the
/// sinks that a program prints to. What changes during a run is in words, never here.
/// </summary>
public sealed class WorldTables
{
    private readonly List<object> _tables = [];

    /// <summary>Adds a table before the world runs.</summary>
    /// <param name="table">An object whose decisions never depend on wall time or order of calls from other actors.</param>
    /// <returns>Its number, from zero.</returns>
    public int Add(object table)
    {
        _tables.Add(table);
        return _tables.Count - 1;
    }

    /// <summary>The table of that number.</summary>
    /// <param name="index">As returned by <see cref="Add"/>.</param>
    /// <typeparam name="TTable">Its type.</typeparam>
    /// <exception cref="InvalidCastException">The table is of another type.</exception>
    public TTable Get<TTable>(int index) where TTable : class => (TTable)_tables[index];
}
