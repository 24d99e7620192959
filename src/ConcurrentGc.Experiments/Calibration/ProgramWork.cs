namespace ConcurrentGc.Experiments.Calibration;

/// <summary>What a program of <c>config/programs</c> does on the modeled heap, with its own parameters and seed zero.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Instructions">Instructions by weight.</param>
/// <param name="Bytes">Bytes that it allocates.</param>
public sealed record ProgramWork(string Name, double Instructions, double Bytes);
