using System.Text;

namespace ConcurrentGc.Cli.Parsing;

/// <summary>What <c>orinoco --help</c> and <c>orinoco COMMAND --help</c> print, in lines of at most 100 characters.</summary>
public static class HelpText
{
    private const string Opening = """
        orinoco: V8's garbage collector as actors over a modeled heap

        Usage

        """;

    private const string Closing = """

        orinoco COMMAND --help shows flags, examples and exit codes; orinoco --version the version.

        Flags stand anywhere before --; words may be joined by dashes or, as in V8, by underscores; a
        value follows as the next word or after =.

        Standard output takes what the program prints and what a flag asks for, in the order in which it
        happens: trace lines, memory, fragmentation, the comparison, the document of --json; of other
        commands the table. Standard error takes what the program writes there, the summary, warnings and
        complaints.

        Exit codes: 64 for wrong usage or a wrong file, 70 for a defect of the simulator, 130 when
        interrupted; else a command's own.

        """;

    private const string Reading = """

        The summary: of each phase, main is how long the main thread was in it, with waiting for helpers;
        of its pauses is that as a part of the pauses of this kind, and beside means outside of them, in
        the time of the program or while it slept; helper CPU is the work of helpers, summed, without
        waiting for a core or for work (on threads: helper time, with waiting). Phases lie in each other.

        Sizes: MB and KB of flags and trace lines are powers of two, as in V8; those of the summary are
        powers of ten.

        """;

    private const string Indent = "  ";
    private const string FlagIndent = "      ";

    /// <summary>The text about all commands.</summary>
    public static string Render()
    {
        var text = new StringBuilder(Opening);
        foreach (var command in CommandDescriptions.All)
        {
            AppendUsage(text, command);
        }

        text.Append("  orinoco help [COMMAND]\n");
        foreach (var command in CommandDescriptions.All)
        {
            text.Append('\n').Append(command.Name).Append('\n');
            AppendLines(text, command.Purpose, FlagIndent);
        }

        return text.Append(Closing).ToString();
    }

    /// <summary>The text about one command.</summary>
    /// <param name="command">Which.</param>
    public static string Render(CommandDescription command)
    {
        var text = new StringBuilder("Usage\n");
        AppendUsage(text, command);
        text.Append('\n');
        AppendLines(text, command.Purpose, string.Empty);
        if (command.Examples.Length > 0)
        {
            text.Append("\nExamples\n");
            AppendLines(text, command.Examples, Indent);
        }

        foreach (var group in command.Groups)
        {
            text.Append('\n').Append(group.Title).Append('\n');
            foreach (var flag in group.Flags)
            {
                text.Append(Indent).Append($"{flag.Name} {flag.Value}".TrimEnd()).Append('\n');
                AppendLines(text, flag.Help, FlagIndent);
            }
        }

        text.Append(command == CommandDescriptions.Run ? Reading : string.Empty).Append("\nExit codes\n");
        var width = command.ExitCodes.Max(code => code.Code.Length);
        foreach (var (code, meaning) in command.ExitCodes)
        {
            text.Append(Indent).Append(code.PadRight(width)).Append(Indent).Append(meaning).Append('\n');
        }

        return text.ToString();
    }

    private static void AppendUsage(StringBuilder text, CommandDescription command)
    {
        foreach (var line in command.Usage)
        {
            text.Append("  orinoco ").Append(line).Append('\n');
        }
    }

    private static void AppendLines(StringBuilder text, string lines, string indent)
    {
        foreach (var line in lines.Split('\n'))
        {
            text.Append(indent).Append(line).Append('\n');
        }
    }
}
