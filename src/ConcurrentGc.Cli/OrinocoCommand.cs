using System.Reflection;
using ConcurrentGc.Cli.Calibrating;
using ConcurrentGc.Cli.Checking;
using ConcurrentGc.Cli.Exploring;
using ConcurrentGc.Cli.Fragmentation;
using ConcurrentGc.Cli.Listing;
using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Cli.Reproducing;
using ConcurrentGc.Cli.Running;
using ConcurrentGc.Cli.Tracing;
using ConcurrentGc.Experiments;
using ConcurrentGc.Experiments.Running;

namespace ConcurrentGc.Cli;

/// <summary>The command <c>orinoco</c>: reads the line, does what it says and returns the exit code.</summary>
/// <param name="surroundings">Where it prints and what runs programs.</param>
public sealed class OrinocoCommand(Surroundings surroundings)
{
    private static readonly IReadOnlyList<string> _commands = [.. CommandDescriptions.All.Select(command => command.Name)];

    /// <summary>The version, as <c>--version</c> prints it.</summary>
    public static string Version =>
        typeof(OrinocoCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Follows a command line.</summary>
    /// <param name="args">As the shell gave them.</param>
    /// <returns>An exit code; see <see cref="ExitCodes"/>. Nothing is thrown: what goes wrong is one line on standard error.</returns>
    public int Run(IReadOnlyList<string> args)
    {
        var code = Guarded(args);
        surroundings.Output.Flush();
        surroundings.Error.Flush();
        return code;
    }

    private int Guarded(IReadOnlyList<string> args)
    {
        try
        {
            return Follow(LineParser.Parse(args));
        }
        catch (Exception problem) when (problem is UsageException or InvalidInputException or IOException)
        {
            return Complain(problem.Message, ExitCodes.Usage);
        }
#pragma warning disable CA1031 // The last line of defense: whatever fails is one line and a code, never a stack trace.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            return Complain($"internal error: {problem.GetType().Name}: {problem.Message}", ExitCodes.Failed);
        }
    }

    private int Follow(ParsedLine line)
    {
        var command = line.Words.Count > 0 ? line.Words[0] : null;
        if (line.Has(Flags.Help) || command is "help")
        {
            return Help(command is "help" ? line.Words.ElementAtOrDefault(1) : command);
        }

        if (line.Has(Flags.Version))
        {
            surroundings.Output.Write($"orinoco {Version}\n");
            return ExitCodes.Success;
        }

        return command switch
        {
            "run" => new RunCommand(surroundings).Run(RunSettingsReader.Read(line)),
            "reproduce" => new ReproduceCommand(surroundings).Run(line),
            "check" => new CheckCommand(surroundings).Run(line),
            "explore" => new ExploreCommand(surroundings).Run(line),
            "replay" => new ReplayCommand(surroundings).Run(line),
            "calibrate" => new CalibrateCommand(surroundings).Run(line),
            "trace" => TraceCommand.Run(line),
            "fragmentation" => new FragmentationCommand(surroundings).Run(line),
            "list" => List(line),
            null => throw new UsageException(
                $"found no command, allowed: {string.Join(", ", _commands)} (orinoco --help explains them)"),
            var other => throw Unknown(other),
        };
    }

    private int Help(string? command)
    {
        surroundings.Output.Write(command is null ? HelpText.Render() : HelpText.Render(
            CommandDescriptions.All.FirstOrDefault(each => string.Equals(each.Name, command, StringComparison.Ordinal)) ?? throw Unknown(command)));
        return ExitCodes.Success;
    }

    private static UsageException Unknown(string command) => new(
        $"unknown command '{command}'{NearestWord.Offer(command, _commands)} (allowed: {string.Join(", ", _commands)})");

    private int List(ParsedLine line)
    {
        CommandDescriptions.List.RefuseForeignFlags(line);
        if (line.Words.Skip(1).Concat(line.Tail).FirstOrDefault() is { } found)
        {
            throw new UsageException($"list: found '{found}', allowed: nothing");
        }

        ProgramList.Write(surroundings.Output);
        return ExitCodes.Success;
    }

    private int Complain(string message, int code)
    {
        surroundings.Output.Flush();
        surroundings.Error.Write($"orinoco: {message.ReplaceLineEndings(" ")}\n");
        return code;
    }
}
