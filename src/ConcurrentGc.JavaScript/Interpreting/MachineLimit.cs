using System.Diagnostics.CodeAnalysis;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>A program made more of something than the simulator holds; ends the program as unsupported.</summary>
/// <param name="feature">What it made.</param>
[SuppressMessage("Design", "RCS1194:Implement exception constructors", Justification = "It cannot be without a feature.")]
internal sealed class MachineLimit(string feature) : Exception(feature);
