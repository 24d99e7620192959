using System.ComponentModel;
using System.Diagnostics;
using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Experiments;
using ConcurrentGc.Experiments.Calibration;

namespace ConcurrentGc.Cli.Calibrating;

/// <summary>Runs Node as a process of its own, one at a time, in the folder of the calibration's programs.</summary>
/// <param name="path">The command, as the user named it.</param>
/// <param name="cancellation">Kills the process under way.</param>
internal sealed class NodeProcess(string path, CancellationToken cancellation) : INode
{
    private const string Inquiry =
        "const c = require('os').cpus(); [process.version, process.versions.v8, process.platform + ' ' + process.arch, c.length, c[0].model].join('\\n')";

    private static readonly string _folder = Path.Combine(ConfigFolder.Path, "calibration");

    /// <summary>Asks what Node it is and where it runs.</summary>
    /// <returns>Versions of Node and V8, platform, number of threads, processor.</returns>
    /// <exception cref="UsageException">There is no such command, or it is no Node.</exception>
    public IReadOnlyList<string> Describe()
    {
        var (code, text) = Start(["-p", Inquiry]);
        var lines = text.Trim().Split('\n');
        return code == 0 && lines.Length == 5 && lines[0].StartsWith('v')
            ? lines
            : throw Refusal($"exit code {code}");
    }

    /// <inheritdoc/>
    public string Run(NodeRun run)
    {
        var own = Path.Combine(_folder, run.Script + ".js");
        var script = File.Exists(own) ? own : ConfigFolder.PathOf("programs", run.Script, ".js");
        var (code, text) = Start([.. run.Flags, script, .. run.Arguments]);
        return code == 0 ? text : throw InvalidInputException.In($"node {run}", $"found exit code {code}, allowed: 0");
    }

    private (int Code, string Output) Start(IReadOnlyList<string> words)
    {
        cancellation.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo(path, words)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        start.Environment.Remove("NODE_OPTIONS");
        try
        {
            using var process = Process.Start(start)!;
            using var end = cancellation.Register(process.Kill);
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            return (process.ExitCode, text.ReplaceLineEndings("\n"));
        }
        catch (Win32Exception)
        {
            throw Refusal("it cannot be started");
        }
    }

    private UsageException Refusal(string problem) =>
        new($"{Flags.Node.Name}: found '{path}', which is not to be run as Node ({problem}), allowed: the command or path of a Node");
}
