namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>Where an exception goes.</summary>
/// <param name="Start">First instruction it covers.</param>
/// <param name="End">The instruction after the last one.</param>
/// <param name="Target">Where execution goes on.</param>
/// <param name="Register">What receives the thrown value.</param>
internal readonly record struct HandlerEntry(int Start, int End, int Target, int Register);
