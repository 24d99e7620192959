using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Actors.Simulation;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;
using CsCheck;
using Xunit;

namespace ConcurrentGc.Tests.Actors.Simulation;

public class VirtualTimeTests
{
    [Fact]
    public void A_timer_fires_at_its_virtual_time()
    {
        using var host = Hosts.Create(Hosts.Settings(), new RecordList());
        var fired = 0L;
        host.System.Scheduler.Advanced.ScheduleOnce(TimeSpan.FromHours(1), () => fired = host.Now);

        var outcome = host.Run();

        Assert.Equal(3_600_000_000_000, fired);
        Assert.Equal(fired, outcome.Time);
    }

    [Fact]
    public void A_canceled_timer_does_not_fire()
    {
        using var host = Hosts.Create(Hosts.Settings(), new RecordList());
        using var cancelable = new global::Akka.Actor.Cancelable(host.System.Scheduler);
        var fired = 0;
        host.System.Scheduler.Advanced.ScheduleRepeatedly(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), () =>
        {
            if (++fired == 3)
            {
                cancelable.Cancel();
            }
        }, cancelable);

        host.Run();

        Assert.Equal(3, fired);
    }

    [Fact]
    public void Messages_of_one_moment_arrive_in_the_order_of_posting()
    {
        var (host, record) = World(helpers: 3);
        using (host)
        {
            var posted = Workers(host, CoreGroup.Helpers, 3);
            host.Post(posted[2], new Job(5));
            host.Post(posted[0], new Job(5));
            host.Post(posted[1], new Job(5));
            host.Run();

            Assert.Equal([2, 0, 1, 2, 0, 1], record.Entries.Select(entry => entry.Actor));
            Assert.Equal([0, 0, 0, 5, 5, 5], record.Entries.Select(entry => entry.Time));
        }
    }

    [Fact]
    public void Groups_that_start_at_one_moment_start_in_the_order_of_their_names()
    {
        var (host, record) = World(helpers: 1);
        using (host)
        {
            host.Post(Workers(host, CoreGroup.Main(0), 1)[0], new Job(5));
            host.Post(Workers(host, CoreGroup.Helpers, 1)[0], new Job(5));
            host.Run();

            Assert.Equal([1, 0], record.Entries.Take(2).Select(entry => entry.Actor));
        }
    }

    [Theory]
    [InlineData(false, 50)]
    [InlineData(true, 100)]
    public void Helpers_that_share_the_main_core_take_turns_with_it(bool isShared, long expected)
    {
        var settings = Hosts.Settings(sliceObjects: 10) with { HelpersShareMainCore = isShared };
        using var host = Hosts.Create(settings, new RecordList());
        host.Post(Workers(host, CoreGroup.Main(0), 1)[0], new Job(50));
        host.Post(Workers(host, CoreGroup.Helpers, 1)[0], new Job(50));

        Assert.Equal(expected, host.Run().Time);
    }

    /// <summary>A loud worker records each step as it begins; a step takes one nanosecond.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(8, 3)]
    public void As_many_actors_overlap_as_the_group_has_cores(int cores, int most)
    {
        var record = new RecordList();
        using var host = Hosts.Create(Hosts.Settings(helpers: cores, sliceObjects: 7), record);
        for (var actor = 0; actor < 3; actor++)
        {
            var worker = host.Add<Worker, Job>($"worker-{actor}", CoreGroup.Helpers, new Worker(isLoud: true));
            host.Post(worker, new Job(100));
            host.Post(worker, new Job(100));
        }

        host.Run();

        var steps = record.Entries.Where(entry => entry.Kind == EventKind.Statistic).ToList();
        Assert.Equal(600, steps.Count);
        Assert.Equal(most, steps.CountBy(step => step.Time).Max(moment => moment.Value));
    }

    [Theory]
    [InlineData(4, 400)]
    [InlineData(2, 600)]
    [InlineData(1, 1000)]
    public void A_parallel_phase_takes_as_long_as_its_slowest_core(int cores, long nanoseconds)
    {
        var (host, _) = World(helpers: cores, sliceObjects: 1000);
        using (host)
        {
            var workers = Workers(host, CoreGroup.Helpers, 4);
            for (var worker = 0; worker < 4; worker++)
            {
                host.Post(workers[worker], new Job(100 * (worker + 1)));
            }

            Assert.Equal(nanoseconds, host.Run().Time);
        }
    }

    [Fact]
    public void A_message_arrives_after_the_work_before_it()
    {
        var (host, record) = World(helpers: 1);
        using (host)
        {
            var first = Workers(host, CoreGroup.Main(0), 1)[0];
            var second = Workers(host, CoreGroup.Helpers, 1)[0];
            host.Post(first, new Job(1234, second.Index, 10));
            host.Run();

            Assert.Equal([(1234, 1244)], record.Stretches(second.Index));
        }
    }

    [Fact]
    public void A_main_thread_of_each_isolate_runs_at_its_own_pace()
    {
        var record = new RecordList();
        using var host = Hosts.Create(Hosts.Settings(isolates: 2), record);
        host.Post(host.Add<Worker, Job>("first", CoreGroup.Main(0), default), new Job(100));
        host.Post(host.Add<Worker, Job>("second", CoreGroup.Main(1), default), new Job(100));

        Assert.Equal(100, host.Run().Time);
    }

    /// <summary>Loud workers record each step, so equal records are equal orders of all accesses.</summary>
    [Fact]
    public void Slices_in_a_row_change_nothing() => Gen.Select(Gen.Int[1, 3], Gen.Int[1, 6], Gen.Int[1, 40], Gen.Select(
            Gen.Int[0, 5], Gen.Int[0, 30], Gen.Int[-1, 5], Gen.Int[0, 30]).Array[1, 8])
        .Sample((helpers, sliceObjects, sliceNanoseconds, jobs) =>
        {
            var (inARow, one) = (Run(isInARow: true), Run(isInARow: false));
            Assert.Equal(one.Entries, inARow.Entries);

            RecordList Run(bool isInARow)
            {
                var record = new RecordList();
                var settings = Hosts.Settings(helpers: helpers, sliceObjects: sliceObjects,
                    sliceNanoseconds: sliceNanoseconds, picoseconds: 1700);
                using var host = Hosts.Create(settings, record);
                for (var actor = 0; actor < 6; actor++)
                {
                    var group = actor < 3 ? CoreGroup.Main(0) : CoreGroup.Helpers;
                    host.Add<Worker, Job>($"worker-{actor}", group, new Worker(isLoud: true));
                }

                foreach (var (to, steps, then, thenSteps) in jobs)
                {
                    host.Post(new Address<Job>(to), new Job(steps, then, thenSteps));
                }

                if (!isInARow)
                {
                    ((VirtualTime)host.System.Scheduler).EndSlices();
                }

                Assert.Equal(RunEnd.Finished, host.Run().End);
                return record;
            }
        }, iter: 200, threads: 1);

    [Fact]
    public void A_role_that_runs_alone_is_not_interrupted()
    {
        var (host, _) = World(helpers: 1, sliceObjects: 1);
        using (host)
        {
            host.Post(Workers(host, CoreGroup.Main(0), 1)[0], new Job(10_000));

            Assert.Equal(2, host.Run().Messages);
        }
    }

    private static (AkkaHost Host, RecordList Record) World(int helpers, int sliceObjects = 100)
    {
        var record = new RecordList();
        return (Hosts.Create(Hosts.Settings(helpers: helpers, sliceObjects: sliceObjects), record), record);
    }

    private static List<Address<Job>> Workers(AkkaHost host, CoreGroup group, int count) =>
        [.. Enumerable.Range(0, count).Select(number => host.Add<Worker, Job>($"{group}-{number}", group, default))];
}
