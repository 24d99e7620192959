namespace ConcurrentGc.Orinoco.Footprint;

/// <summary>A range of a process's addresses, as <c>pmap</c> shows it.</summary>
/// <param name="Address">Its first one.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="ResidentBytes">Bytes of it that memory stands behind.</param>
/// <param name="Mode">Read, write, execute: <c>rw-</c>.</param>
/// <param name="Name">What it holds: a file, or in brackets a space of the heap, a stack and the like.</param>
public readonly record struct Mapping(long Address, long Bytes, long ResidentBytes, string Mode, string Name);
