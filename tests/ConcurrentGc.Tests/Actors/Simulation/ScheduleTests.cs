using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Orinoco.Hosting;
using Xunit;

namespace ConcurrentGc.Tests.Actors.Simulation;

public class ScheduleTests
{
    [Theory]
    [InlineData("0000111122")]
    [InlineData("0101010122")]
    [InlineData("2110012010")]
    public void Actors_go_in_the_order_of_the_schedule(string schedule)
    {
        var (handled, next) = ("", 0);
        var settings = Hosts.Settings(sliceObjects: 1) with
        {
            Observe = (actor, _) => handled += actor,
            Schedule = ready => ready.ToList().IndexOf(schedule[next++] - '0'),
        };
        using var host = Hosts.Create(settings, new RecordList());
        host.Post(host.Add<Worker, Job>("main", CoreGroup.Main(0), default), new Job(3));
        host.Post(host.Add<Worker, Job>("first", CoreGroup.Helpers, default), new Job(3));
        host.Post(host.Add<Worker, Job>("second", CoreGroup.Helpers, default), new Job(1));

        var outcome = host.Run();

        Assert.Equal(RunEnd.Finished, outcome.End);
        Assert.Equal(schedule, handled);
    }
}
