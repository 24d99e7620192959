namespace ConcurrentGc.Orinoco.Recording;

/// <summary>
/// Takes entries in the order of execution: what one actor records comes in the order of its times, and what a message
/// caused comes behind its cause.
/// </summary>
/// <remarks>
/// Hosts call it from one thread at a time; a sink needs no lock of its own. Entries of different actors need not be in the
/// order of their times: in virtual time a slice happens whole at its start, so what it records late stands before what
/// another core records meanwhile. See Note [Virtual time].
/// </remarks>
public interface IRecordSink
{
    /// <summary>Appends one entry.</summary>
    /// <param name="entry">The entry.</param>
    void Append(in RecordEntry entry);
}
