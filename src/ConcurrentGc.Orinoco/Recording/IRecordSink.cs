namespace ConcurrentGc.Orinoco.Recording;

/// <summary>Takes entries in the order in which they happen.</summary>
/// <remarks>Hosts call it from one thread at a time; a sink needs no lock of its own.</remarks>
public interface IRecordSink
{
    /// <summary>Appends one entry.</summary>
    /// <param name="entry">The entry.</param>
    void Append(in RecordEntry entry);
}
