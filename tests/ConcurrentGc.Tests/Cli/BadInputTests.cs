using ConcurrentGc.Cli;
using ConcurrentGc.Cli.Parsing;
using CsCheck;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

public sealed class BadInputTests
{
    private static readonly int[] _documented = [0, 1, 3, 64, 70, 130];

    [Theory]
    [InlineData("", "found no command, allowed: run, reproduce, check, explore, replay, calibrate, trace, fragmentation, list (orinoco --help explains them)")]
    [InlineData("run fifo --bytes 8", "run: found '--bytes', a flag of trace, allowed: flags of run (orinoco run --help lists them)")]
    [InlineData("run fifo --node node", "run: found '--node', a flag of calibrate, allowed: flags of run (orinoco run --help lists them)")]
    [InlineData("rum fifo", "unknown command 'rum'; did you mean run? (allowed: run, reproduce, check, explore, replay, calibrate, trace, fragmentation, list)")]
    [InlineData("run", "run: found no program, allowed: a .js file, binarytrees, buffers, cache-leak, employee, fifo, finalizer, frame, gcbench, large, lru, rewire, server, splay")]
    [InlineData("run fifi", "unknown program 'fifi'; did you mean fifo? (allowed: a .js file, binarytrees, buffers, cache-leak, employee, fifo, finalizer, frame, gcbench, large, lru, rewire, server, splay)")]
    [InlineData("run nowhere/fifo.js", "nowhere/fifo.js: no such file")]
    [InlineData("run fifo --helprs 3", "unknown flag '--helprs'; did you mean --helpers? (orinoco COMMAND --help lists them; words for the program that look like flags stand after --)")]
    [InlineData("run fifo --xyzzy=3", "unknown flag '--xyzzy' (orinoco COMMAND --help lists them; words for the program that look like flags stand after --)")]
    [InlineData("run fifo -v", "unknown flag '-v' (orinoco COMMAND --help lists them; words for the program that look like flags stand after --)")]
    [InlineData("run fifo --helpers", "--helpers: found nothing after it, allowed: a whole number from 0 to 64")]
    [InlineData("run fifo --helpers=", "--helpers: found nothing after it, allowed: a whole number from 0 to 64")]
    [InlineData("run fifo --helpers 65", "--helpers: found '65', allowed: a whole number from 0 to 64")]
    [InlineData("run fifo --max-semi-space-size 0.5", "--max-semi-space-size: found '0.5', allowed: a whole number from 0 to 512")]
    [InlineData("run fifo --max-old-space-size -1", "--max-old-space-size: found '-1', allowed: a whole number from 0 to 65536")]
    [InlineData("run fifo --helpers 1 --helpers 2", "--helpers: found 2 times, allowed: once")]
    [InlineData("run fifo --json=yes", "--json: found '=yes', allowed: no value")]
    [InlineData("run fifo --runtime fibers", "--runtime: found 'fibers', allowed: virtual, threads")]
    [InlineData("run fifo --predictable --helpers 2", "--predictable contradicts --helpers 2: one thread has no helpers")]
    [InlineData("run fifo --json --trace-gc", "--json contradicts --trace-gc: standard output holds one JSON document")]
    [InlineData("run fifo --json --trace-gc-nvp", "--json contradicts --trace-gc-nvp: standard output holds one JSON document")]
    [InlineData("run fifo --json --memory-usage", "--json contradicts --memory-usage: standard output holds one JSON document")]
    [InlineData("run fifo --json --trace-stack", "--json contradicts --trace-stack: standard output holds one JSON document")]
    [InlineData("run fifo --min-semi-space-size 8 --max-semi-space-size 4", "--min-semi-space-size 8 contradicts --max-semi-space-size 4: the first may not exceed the second")]
    [InlineData("run fifo --min-semi-space-size 32", "--min-semi-space-size 32 contradicts --max-semi-space-size 16 (its default): the first may not exceed the second")]
    [InlineData("run fifo --initial-old-space-size 30 --max-old-space-size 20", "--initial-old-space-size 30 contradicts --max-old-space-size 20: the first may not exceed the second")]
    [InlineData("run fifo --machine node2", "unknown machine 'node2'; did you mean node20? (allowed: a .yaml file, node20)")]
    [InlineData("run fifo --record a.bin --gc-csv ./a.bin", "--record a.bin contradicts --gc-csv: that is the same file")]
    [InlineData("run fifo --compare-node nowhere.csv", "nowhere.csv: no such file")]
    [InlineData("run fifo --no-opt", "unknown flag '--no-opt': here it is --js-tier ignition")]
    [InlineData("run fifo --random_seed=3", "unknown flag '--random-seed': here it is --seed")]
    [InlineData("run fifo --v8-pool-size 3", "unknown flag '--v8-pool-size': here it is --helpers")]
    [InlineData("list fifo", "list: found 'fifo', allowed: nothing")]
    [InlineData("list --seed 3", "list: found '--seed', a flag of run, explore, allowed: no flags")]
    [InlineData("run fifo --bytes 8 --help-me", "unknown flag '--help-me'")]
    [InlineData("help rum", "unknown command 'rum'; did you mean run? (allowed: run, ")]
    [InlineData("rum --help", "unknown command 'rum'; did you mean run? (allowed: run, ")]
    [InlineData("run fifo + lru", "run: found '+' without --isolates, allowed: + between programs with --isolates N; as an argument of the program it stands after --")]
    [InlineData("fragmentation", "fragmentation: found no trace, allowed: the file of one trace")]
    [InlineData("fragmentation a b", "fragmentation: found 'a b', allowed: the file of one trace")]
    [InlineData("fragmentation nowhere.trace", "nowhere.trace: no such file")]
    [InlineData("trace", "trace: found nothing, allowed: coarsen FILE OUTPUT --bytes N")]
    [InlineData("trace coarsen nowhere.trace b --bytes 8", "nowhere.trace: no such file")]
    [InlineData("run nowhere.yaml", "nowhere.yaml: no such file")]
    [InlineData("run fifo --machine nowhere.yaml", "nowhere.yaml: no such file")]
    [InlineData("run /", "/: found a folder, allowed: a file")]
    [InlineData("fragmentation /", "/: found a folder, allowed: a file")]
    [InlineData("run fifo --memory-pressure critical@2", "--memory-pressure: found 'critical@2', allowed: moderate or critical, @, and a time such as 500ms or 1.5s")]
    [InlineData("run fifo --memory-pressure critical@-1s", "--memory-pressure: found 'critical@-1s', allowed: ")]
    [InlineData("run fifo --memory-pressure critical@0ms", "--memory-pressure: found 'critical@0ms', allowed: ")]
    public void Wrong_usage_is_one_line_that_says_what_was_found_and_what_is_allowed(string line, string expected)
    {
        var run = Command.Run(line);

        Assert.Equal((64, ""), (run.Code, run.Output));
        Assert.StartsWith($"orinoco: {expected}", run.Error, StringComparison.Ordinal);
        Assert.Equal(run.Error.Length - 1, run.Error.IndexOf('\n', StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_that_cannot_be_written_is_refused_before_the_run()
    {
        var engine = new ReplayEngine();

        var run = Command.Run("run fifo --record /nowhere/at/all", engine);

        Assert.Equal(64, run.Code);
        Assert.Null(engine.Settings);
        Assert.StartsWith("orinoco: --record: found '/nowhere/at/all', which cannot be written", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_folder_that_is_given_without_its_path_is_pointed_at()
    {
        var name = Path.GetFileName(Directory.EnumerateFiles(Directory.GetCurrentDirectory()).Order(StringComparer.Ordinal).First());

        var run = Command.Run(["run", name]);

        Assert.StartsWith(
            $"orinoco: unknown program '{name}'; did you mean the file ./{name}?", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--gc-csv")]
    [InlineData("--record")]
    public void A_refused_program_leaves_the_outputs_of_an_earlier_run(string flag)
    {
        var folder = Directory.CreateTempSubdirectory();
        var (program, output) = (Path.Combine(folder.FullName, "program.js"), Path.Combine(folder.FullName, "output"));
        File.WriteAllText(program, "for (const x in []) {}");
        File.WriteAllText(output, "earlier");

        var run = Command.Run(["run", program, flag, output], EngineRegistration.Create());

        Assert.Equal((64, "earlier"), (run.Code, File.ReadAllText(output)));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_program_is_never_overwritten_by_an_output()
    {
        var path = ConfigFolder.PathOf("programs", "fifo", ".js");
        var before = File.ReadAllText(path);

        Assert.Equal(64, Command.Run(["run", "fifo", "--gc-csv", path]).Code);
        Assert.Equal(before, File.ReadAllText(path));
    }

    [Fact]
    public void Any_command_line_gives_a_documented_code_and_at_most_one_line_of_complaint()
    {
        var words = new[]
        {
            "run", "list", "fifo", "fifo.js", "nowhere.js", "--", "-", "---", "=", "--=", "-5", "1e9", "", " ", "@file",
            "[suggest]", "0", "-1", "99999999999999999999", "node20", "threads", "virtual", "ignition", "'", "\n", "\0", "é😀",
            ".", "..", "/", "~",
        };
        var flags = Flags.All.SelectMany(flag => new[]
        {
            flag.Name, flag.Name.Replace('-', '_').Replace("__", "--", StringComparison.Ordinal), flag.Name + "=", flag.Name[..^1],
        });

        // Output files would be written wherever the words point.
        string[] all = [.. words, .. flags.Where(flag => !flag.Contains("record", StringComparison.Ordinal)
            && !flag.Contains("csv", StringComparison.Ordinal))];
        var word = Gen.Frequency((8, Gen.OneOf(all)), (1, Gen.String[Gen.Char[' ', '~'], 0, 12]), (1, Gen.String));
        var line = Gen.Select(Gen.OneOf("run", "list", "fifo", "--seed"), word.Array[0, 7]);

        // A fixed seed: the same lines in every run.
        var random = new PCG(1, 2024);
        for (var number = 0; number < 1500; number++)
        {
            var (first, rest) = line.Generate(random, null, out _);
            var run = Command.Run([first, .. rest]);
            var isGood = _documented.Contains(run.Code)
                && !run.Error.Contains("   at ", StringComparison.Ordinal)
                && !run.Error.Contains("internal error", StringComparison.Ordinal)
                && (run.Code != 64 || (run.Output.Length == 0 && run.Error.Count(letter => letter == '\n') == 1));
            Assert.True(isGood, $"line {number}: {first} {string.Join(' ', rest)}\n{run.Code}\n{run.Error}");
        }
    }
}
