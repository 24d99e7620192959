namespace ConcurrentGc.Heap.Roots;

/// <summary>What a range of roots is.</summary>
public enum RootKind
{
    /// <summary>Globals, handles, tables: visited when marking starts, and again in the pause.</summary>
    Global = 0,

    /// <summary>A stack: visited in the pause only, as it changes all the time.</summary>
    Stack = 1,
}
