using ConcurrentGc.Heap.Marking;

namespace ConcurrentGc.Exploration.Explaining;

/// <summary>What can be seen of an object.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Place">Its space, or its age in new space.</param>
/// <param name="Color">What the marker knows of it.</param>
/// <param name="Fields">The names of what its tagged fields hold, or numbers, by field; those that are zero are left out.</param>
/// <param name="IsReached">Whether a root reaches it.</param>
internal sealed record SeenObject(
    string Name, long Address, string Place, Color Color, IReadOnlyDictionary<int, string> Fields, bool IsReached);
