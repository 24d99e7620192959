using System.Globalization;
using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Orinoco.Recording;
using Spectre.Console;

namespace ConcurrentGc.Cli.Rendering;

/// <summary>
/// A line on standard error that tells how far a run is, while somebody watches. It lives on a thread of its own and
/// takes no part in the run.
/// </summary>
internal sealed class ProgressDisplay : IDisposable
{
    private readonly ManualResetEventSlim _ended = new();
    private readonly LineWriter? _programOutput;
    private readonly LineWriter _programError;
    private readonly Thread _thread;
    private readonly string _name;
    private volatile string _text;
    private volatile Func<string>? _watched;

    private ProgressDisplay(IAnsiConsole console, string name, bool carriesOutput)
    {
        _name = name;
        _text = name;
        _programOutput = carriesOutput ? new LineWriter(console) : null;
        _programError = new LineWriter(console);
        _thread = new Thread(() => Live(console)) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>
    /// Where the program prints while the line is shown on the same terminal, so that neither overwrites the other;
    /// null when standard output is elsewhere.
    /// </summary>
    public TextWriter? ProgramOutput => _programOutput;

    /// <summary>Where the program's standard error goes meanwhile.</summary>
    public TextWriter ProgramError => _programError;

    /// <summary>Begins to show.</summary>
    /// <param name="surroundings">Tells whether there is a terminal.</param>
    /// <param name="settings">Names the program.</param>
    /// <returns>Null in a pipe, and where trace lines show it.</returns>
    public static ProgressDisplay? Begin(Surroundings surroundings, RunSettings settings)
    {
        // Trace lines on the terminal are progress enough.
        var isTraced = surroundings.OutputIsTerminal && (settings.Outputs.TraceGc || settings.Outputs.TraceGcNvp);
        return isTraced
            ? null
            : Begin(surroundings, settings.ProgramName, surroundings.OutputIsTerminal && !settings.Outputs.Json);
    }

    /// <summary>Begins to show, beside nothing that prints.</summary>
    /// <param name="surroundings">Tells whether there is a terminal.</param>
    /// <param name="name">What is under way.</param>
    /// <returns>Null in a pipe.</returns>
    public static ProgressDisplay? Begin(Surroundings surroundings, string name) => Begin(surroundings, name, false);

    /// <summary>Takes a collection into account.</summary>
    /// <param name="row">The last one.</param>
    public void Show(Cycle row) => _text = string.Create(
        CultureInfo.InvariantCulture,
        $"{_name}: {row.Sequence} collections, {row.PauseEnd / 1e6:F0} ms, heap {row[Statistic.TotalAfter] / 1e6:F1} MB");

    /// <summary>Shows a text.</summary>
    /// <param name="text">How far it is.</param>
    public void Show(string text) => _text = text;

    /// <summary>Shows a text that is asked for again and again.</summary>
    /// <param name="text">Says how far it is, to any thread.</param>
    public void Watch(Func<string> text) => _watched = text;

    /// <summary>Removes the line and prints what the program left without a line end.</summary>
    public void Dispose()
    {
        _ended.Set();
        _thread.Join();
        _programOutput?.Dispose();
        _programError.Dispose();
        _ended.Dispose();
    }

    private static ProgressDisplay? Begin(Surroundings surroundings, string name, bool carriesOutput) =>
        surroundings.ErrorIsTerminal
            ? new ProgressDisplay(
                AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(surroundings.Error) }),
                name,
                carriesOutput)
            : null;

    private void Live(IAnsiConsole console)
    {
        // Runs that end at once show nothing.
        if (_ended.Wait(300))
        {
            return;
        }

        console.Status().Start(Markup.Escape(_text), context =>
        {
            while (!_ended.Wait(100))
            {
                context.Status(Markup.Escape(_watched?.Invoke() ?? _text));
            }
        });
    }
}
