namespace ConcurrentGc.JavaScript.Collections;

/// <summary>A key to be looked up: equal keys of the language are equal here, whatever register or box they come from.</summary>
/// <param name="Word">A tagged word; the marker of a double for a number that is no small integer.</param>
/// <param name="Number">That double.</param>
/// <param name="Hash">Its hash.</param>
internal readonly record struct TableKey(long Word, double Number, uint Hash);
