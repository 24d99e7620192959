using System.Text.Json;
using ConcurrentGc.Experiments.Recording;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Tests.Actors;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

/// <summary>Files of a schedule that <c>explore</c> has found or <c>replay</c> makes.</summary>
public sealed class ScheduleFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_record_and_the_log_of_a_replay_are_those_of_the_search()
    {
        var found = Command.Run($"explore lost-object --json --record {In("a")} --shiviz {In("a.log")}");
        var line = JsonDocument.Parse(found.Output).RootElement.GetProperty("replay").GetString()!;
        var again = Command.Run(["replay", line, "--record", In("b"), "--shiviz", In("b.log")]);

        Assert.Equal((1, 1, "", ""), (found.Code, again.Code, found.Error, again.Error));
        Assert.Equal(File.ReadAllBytes(In("a")), File.ReadAllBytes(In("b")));
        Assert.Equal(File.ReadAllText(In("a.log")), File.ReadAllText(In("b.log")));
        Assert.Equal(2 + (2 * 45), File.ReadAllLines(In("a.log")).Length);
    }

    [Fact]
    public void A_record_can_be_read_and_has_the_events_with_the_number_of_their_step()
    {
        Command.Run($"explore double-copy --record {In("a")}");
        Command.Run($"explore double-copy --record {In("a.jsonl")}");

        var entries = new RecordList();
        using var file = File.OpenRead(In("a"));
        var count = RecordFile.Read("a", file, entries);
        Assert.Equal(count, entries.Entries.Count);
        Assert.NotEmpty(entries.Entries);
        Assert.Equal(entries.Entries.Count, File.ReadAllLines(In("a.jsonl")).Length);
        Assert.All(entries.Entries, entry => Assert.InRange(entry.Time, 0, 44));
        Assert.Contains(entries.Entries, entry => entry.Kind == EventKind.CycleBegin);
    }

    [Fact]
    public void Without_a_violation_there_is_no_schedule_to_write()
    {
        var run = Command.Run($"explore double-copy --defect none --shiviz {In("a.log")}");

        Assert.Equal((0, "orinoco: there is no schedule to write: the files are empty\n"), (run.Code, run.Error));
    }

    [Theory]
    [InlineData("explore lost-object --shiviz /nowhere/x", "--shiviz: found '/nowhere/x', which cannot be written")]
    [InlineData("explore lost-object --record /nowhere/x", "--record: found '/nowhere/x', which cannot be written")]
    [InlineData("explore --matrix --shiviz x", "explore --matrix: found '--shiviz', allowed: --matrix")]
    [InlineData("run lru --shiviz x", "run: found '--shiviz', a flag of explore, replay, allowed: flags of run")]
    public void A_file_that_cannot_be_written_is_refused_before_the_search(string line, string problem)
    {
        var run = Command.Run(line);

        Assert.Equal((64, ""), (run.Code, run.Output));
        Assert.StartsWith($"orinoco: {problem}", run.Error, StringComparison.Ordinal);
    }

    private string In(string name) => Path.Combine(_folder, name);
}
