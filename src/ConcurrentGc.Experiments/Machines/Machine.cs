using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Worlds;

namespace ConcurrentGc.Experiments.Machines;

/// <summary>A machine that virtual time is counted on, and the heap that its runtime starts a program with. Immutable.</summary>
/// <param name="Name">The machine's name, as messages and reports show it.</param>
/// <param name="Cores">Threads that really overlap, the main thread included; at least one.</param>
/// <param name="Prices">What each kind of work costs, and how long a slice is.</param>
/// <param name="Heap">The heap at the first line of user code.</param>
public sealed record Machine(string Name, int Cores, MachinePrices Prices, StartupSizes Heap);
