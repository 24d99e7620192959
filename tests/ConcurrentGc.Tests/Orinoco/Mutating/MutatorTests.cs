using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Mutating;

/// <summary>One mutator against a probe in the collector's place.</summary>
public sealed class MutatorTests : IDisposable
{
    private readonly SharedHeap _heap = new(Geometry.Tiny);
    private readonly StepHost _host;

    public MutatorTests()
    {
        _heap.New.SetUp(2);
        _host = new StepHost(_heap, new AccessCounter(), slice: 1, seed: 1);
    }

    public void Dispose() => _heap.Dispose();

    [Fact]
    public void A_program_that_runs_stands_when_it_is_told_to_and_says_so_with_the_epoch_it_was_told() =>
        Assert.Equal(
            ["Stopped 7"],
            Told(operations: 1_000_000, [new(MutatorVerb.Stop, 7)], afterRest: []));

    [Fact]
    public void A_program_that_stands_because_it_asked_for_room_gives_no_second_answer() =>
        Assert.Equal(
            ["AllocationFailed 1"],
            Told(operations: 100, [], afterRest: [new(MutatorVerb.Stop, 7)]));

    [Fact]
    public void A_program_that_ended_gives_no_answer_any_more() =>
        Assert.Equal(
            ["ProgramEnded 0"],
            Told(operations: 3, [], afterRest: [new(MutatorVerb.Stop, 7)]));

    [Fact]
    public void A_program_whose_request_stays_unanswered_counts_its_attempts() =>
        Assert.Equal(
            ["AllocationFailed 1", "AllocationFailed 2", "AllocationFailed 3"],
            Told(operations: 100, [], afterRest: [new(MutatorVerb.Resume, 1), new(MutatorVerb.Resume, 2)]));

    [Fact]
    public void A_full_heap_ends_the_program_without_another_word()
    {
        Assert.Equal(
            ["AllocationFailed 1"],
            Told(operations: 100, [], afterRest: [new(MutatorVerb.OutOfMemory, 1), new(MutatorVerb.Stop, 2)]));
        Assert.Equal(64, Assert.Single(_host.Record, entry => entry.Kind == EventKind.OutOfMemory).Value);
    }

    /// <summary>What the probe was told when a program got messages behind its start, and others once nobody had work.</summary>
    private List<string> Told(int operations, MutatorMessage[] first, MutatorMessage[] afterRest)
    {
        var probe = _host.Add<CollectorProbe, CollectorMessage>("collector", CoreGroup.Main(0), default);
        var mutator = _host.Add<Mutator<TickingProgram>, MutatorMessage>(
            "mutator-0", CoreGroup.Main(0), new(new TickingProgram(operations, bytes: 64), default, new(1), probe));
        _host.Post(mutator, new MutatorMessage(MutatorVerb.Start, 0));
        Array.ForEach(first, each => _host.Post(mutator, each));
        _host.Run();
        foreach (var message in afterRest)
        {
            _heap.New.SetAgeMark(); // as after a collection that all of them survived
            _host.Post(mutator, message);
            _host.Run();
        }

        return [.. _host.Record.Where(entry => entry.Kind == CollectorProbe.Told)
            .Select(entry => $"{(CollectorVerb)entry.Subject} {entry.Epoch}")];
    }
}
