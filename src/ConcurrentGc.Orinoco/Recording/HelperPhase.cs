using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Recording;

/// <summary>Phases as helpers see them: V8's background scopes.</summary>
internal static class HelperPhase
{
    /// <summary>Records that a worker begins or ends its part. The main thread's phases are the collector's to record.</summary>
    /// <param name="turn">The host.</param>
    /// <param name="worker">Number of the worker; zero runs on the main thread and records nothing.</param>
    /// <param name="kind">Begin or end of a phase.</param>
    /// <param name="epoch">The cycle.</param>
    /// <param name="phase">The phase.</param>
    /// <typeparam name="TTurn">The host's own struct.</typeparam>
    public static void Note<TTurn>(ref TTurn turn, int worker, EventKind kind, long epoch, CollectionPhase phase)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (worker != 0)
        {
            turn.Record(kind, epoch, (long)phase, 0);
        }
    }
}
