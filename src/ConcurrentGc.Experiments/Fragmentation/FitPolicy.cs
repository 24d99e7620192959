namespace ConcurrentGc.Experiments.Fragmentation;

/// <summary>Which hole a segment is put into.</summary>
internal enum FitPolicy
{
    /// <summary>The first that is large enough.</summary>
    First = 0,

    /// <summary>The smallest that is large enough; of equal ones the first.</summary>
    Best = 1,

    /// <summary>The first that is large enough after the last one used, round and round.</summary>
    Next = 2,
}
