using System.IO.Hashing;
using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Orinoco.Hosting;
using Xunit;

namespace ConcurrentGc.Tests.Actors.Simulation;

/// <summary>Virtual time repeats to the last message, in every system and process.</summary>
public sealed class RepetitionTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    /// <summary>
    /// The number stands here so that another process, machine or version must find it too: time, actor and content of
    /// each of more than a hundred thousand messages.
    /// </summary>
    [Fact]
    public void A_hundred_thousand_messages_are_the_same_in_every_process() =>
        Assert.Equal(16357323729553838083UL, Run(Settings(), lookUpFirst: null));

    [Fact]
    public void Another_dispatcher_that_is_looked_up_first_changes_nothing()
    {
        File.WriteAllText(_file, "aaa.first = ${orinoco.virtual.helpers}");

        Assert.Equal(Run(Settings(), lookUpFirst: null), Run(Settings() with { ConfigurationFile = _file }, "aaa.first"));
    }

    private static HostSettings Settings() => Hosts.Settings(helpers: 8, isolates: 2, sliceObjects: 256, picoseconds: 333);

    private static ulong Run(HostSettings settings, string? lookUpFirst)
    {
        var (hash, words, messages) = (new XxHash64(), new byte[32], 0);
        AkkaHost? host = null;
        using (host = Hosts.Create(settings with { Observe = Observe }, new RecordList()))
        {
            if (lookUpFirst is not null)
            {
                host.System.Dispatchers.Lookup(lookUpFirst);
            }

            for (var actor = 0; actor < 12; actor++)
            {
                var group = actor < 2 ? CoreGroup.Main(actor) : CoreGroup.Helpers;
                var thrower = host.Add<Thrower, Ball>($"thrower-{actor}", group, new Thrower(12));
                host.Post(thrower, new Ball(10_000, (ulong)actor + 88172645463325252));
            }

            Assert.Equal(RunEnd.Finished, host.Run().End);
        }

        Assert.True(messages > 120_000, $"{messages}");
        return hash.GetCurrentHashAsUInt64();

        void Observe(int actor, object message)
        {
            messages++;
            var ball = message is Ball known ? known : default;
            BitConverter.TryWriteBytes(words, host!.Now);
            BitConverter.TryWriteBytes(words.AsSpan(8), (long)actor);
            BitConverter.TryWriteBytes(words.AsSpan(16), (long)ball.Left);
            BitConverter.TryWriteBytes(words.AsSpan(24), ball.Random);
            hash.Append(words);
        }
    }
}
