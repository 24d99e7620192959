using System.Diagnostics;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

/// <summary>A run in virtual time is the same to the byte in every process, whatever cores it has.</summary>
public sealed class RepetitionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("orinoco-").FullName;

    [Theory]
    [InlineData("binarytrees 10")]
    [InlineData("fifo 400 20000")]
    [InlineData("frame 40 400 200")]
    [InlineData("gcbench 10 8 2000 4 8")]
    [InlineData("large 40 300 900")]
    [InlineData("lru 4000 40000 1500")]
    [InlineData("rewire 4000 50000")]
    [InlineData("server 4000 600 600")]
    [InlineData("splay 800 8000")]
    public void Two_processes_write_the_same_record_on_one_core_and_on_all(string command)
    {
        var one = Record(command, "one", onOneCore: false);

        var other = Record(command, "other", onOneCore: OperatingSystem.IsLinux());

        Assert.NotEmpty(one);
        Assert.True(one.AsSpan().SequenceEqual(other), $"{one.Length} and {other.Length} bytes, which differ.");
    }

    [Fact]
    public void A_record_does_not_depend_on_the_path_of_the_program()
    {
        const string source = "const a = []; for (let i = 0; i < 3000; i++) { try { null.x; } catch (e) { a.push(e, new Error(i)); } } console.log('paths', a.length);";
        var far = Directory.CreateDirectory(Path.Combine(_folder, new string('d', 200), "\u00fc\u03b1"));
        var (near, other) = (Path.Combine(_folder, "paths.js"), Path.Combine(far.FullName, "paths.js"));
        File.WriteAllText(near, source);
        File.WriteAllText(other, source);

        var one = RecordFile(near, [], "near", onOneCore: false);

        Assert.Equal(one, RecordFile(other, [], "far", onOneCore: false));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private byte[] Record(string command, string name, bool onOneCore)
    {
        var words = command.Split(' ');
        return RecordFile(Path.Combine(ProgramRun.Folder, "Programs", words[0] + ".js"), words[1..], name, onOneCore);
    }

    private byte[] RecordFile(string program, string[] arguments, string name, bool onOneCore)
    {
        var record = Path.Combine(_folder, name);
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        string[] run = [Path.Combine(AppContext.BaseDirectory, "orinoco.dll"), "run", program, .. arguments, "--record", record];
        var start = onOneCore ? new ProcessStartInfo("taskset", ["-c", "0", dotnet, .. run]) : new ProcessStartInfo(dotnet, run);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.UseShellExecute = false;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.StartsWith(Path.GetFileNameWithoutExtension(program), output, StringComparison.Ordinal);
        Assert.True(process.ExitCode == 0, errors.Result);
        return File.ReadAllBytes(record);
    }
}
