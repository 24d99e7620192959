namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>A frame of the modeled stack, as it is at a safepoint.</summary>
/// <param name="Function">Name of the function; empty: it has none; <c>(module)</c> for the program itself.</param>
/// <param name="Line">Line of the instruction that runs, from one.</param>
/// <param name="Column">Its column, from one.</param>
/// <param name="Locals">Named variables in registers and their tagged words; the word 2 stands for an unboxed double.</param>
public sealed record StackFrameView(string Function, int Line, int Column, IReadOnlyList<(string Name, long Word)> Locals);
