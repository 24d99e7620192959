namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>Where a variable is while its function stands in its scope. Noted only when stacks are traced.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Register">Its register, or that of the context that it lies in.</param>
/// <param name="Slot">Its slot in that context; minus one: it lies in the register itself.</param>
/// <param name="Global">Number of the module variable; minus one: it is none.</param>
/// <param name="From">The first instruction that finds it initialized.</param>
/// <param name="ScopeFrom">The first instruction of its scope.</param>
/// <param name="To">The first instruction behind its scope.</param>
internal readonly record struct FrameVariable(string Name, int Register, int Slot, int Global, int From, int ScopeFrom, int To);
