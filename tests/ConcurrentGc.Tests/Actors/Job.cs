using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Tests.Actors;

/// <summary>What a <see cref="Worker"/> is told: do so many steps, then tell somebody.</summary>
/// <param name="Steps">Units of <see cref="Work.Step"/>.</param>
/// <param name="Then">Who is told afterwards; minus one: nobody.</param>
/// <param name="ThenSteps">How many steps that one is told to do.</param>
internal readonly record struct Job(int Steps, int Then = -1, int ThenSteps = 0);
