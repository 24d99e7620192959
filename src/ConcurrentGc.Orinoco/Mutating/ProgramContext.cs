using ConcurrentGc.Orinoco.Defects;
using ConcurrentGc.Orinoco.Embedding;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>What a program and its mutator tell each other. Owner: the mutator.</summary>
public struct ProgramContext
{
    /// <summary>Zero-based isolate.</summary>
    public int Isolate;

    /// <summary>Number of the mutator in its world, from zero.</summary>
    public int Mutator;

    /// <summary>A rule that the mutator breaks on purpose, or none.</summary>
    public Defect Defect;

    /// <summary>How the program ended, when it did.</summary>
    public ProgramEnd End;

    /// <summary>Exit code, when the program ended.</summary>
    public int ExitCode;

    /// <summary>When a program that sleeps wants to go on: nanoseconds on the host's clock.</summary>
    public long WakeAt;

    /// <summary>The frames that the program asks for.</summary>
    public ProgramFrames Frames;

    /// <summary>When the embedder wants to interrupt the program: nanoseconds on the host's clock; zero: not at all.</summary>
    public long InterruptAt;

    /// <summary>The allocation that failed.</summary>
    public AllocationRequest Request;

    /// <summary>Whether the allocation was put off only because a marking step is due; kept by <see cref="MutatorAllocator"/>.</summary>
    public bool IsStepDue;

    /// <summary>Whether the allocation was put off only because marking must start first; kept by <see cref="OldAllocation"/>.</summary>
    public bool IsMarkingDue;

    /// <summary>The allocation in old space that is under way.</summary>
    public OldAllocation Old;

    /// <summary>What the mutator is to ask for, if anything; kept by <see cref="ExternalAllocator"/>.</summary>
    public ExternalRequest ExternalAsked;

    /// <summary>What it asked for already for the memory at hand; kept by <see cref="ExternalAllocator"/>.</summary>
    public ExternalRequest ExternalAnswered;

    /// <summary>
    /// Collect before each n-th allocation, whatever room there is; zero: only when needed. V8's <c>--gc-interval</c>.
    /// </summary>
    public long CollectionInterval;

    /// <summary>Allocations left until the interval is over; kept by <see cref="MutatorAllocator"/>.</summary>
    public long AllocationsLeft;

    /// <summary>Collections in a row that did not make room for the request at hand; kept by <see cref="MutatorAllocator"/>.</summary>
    public int FailedAttempts;

    /// <summary>Top of the area when the mutator went on after the last pause: another top at the next request means progress.</summary>
    public long TopAtResume;

    /// <summary>Whether the moment has come at which the embedder wants to interrupt the program, which then returns.</summary>
    /// <param name="turn">The host.</param>
    /// <typeparam name="TTurn">The host's own struct.</typeparam>
    public readonly bool IsInterrupted<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct => InterruptAt != 0 && turn.Now >= InterruptAt;
}
