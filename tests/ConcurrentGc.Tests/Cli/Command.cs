using ConcurrentGc.Cli;
using ConcurrentGc.Experiments.Running;

namespace ConcurrentGc.Tests.Cli;

/// <summary>Follows a command line inside the test and keeps what it printed.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Command(int Code, string Output, string Error)
{
    public static Command Run(string line, IRunEngine? engine = null) =>
        Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), engine);

    public static Command Run(IReadOnlyList<string> args, IRunEngine? engine = null, CancellationToken cancellation = default)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var surroundings = new Surroundings(
            output, error, false, false, () => engine ?? new ReplayEngine(), cancellation);
        var code = new OrinocoCommand(surroundings).Run(args);
        return new Command(code, output.ToString(), error.ToString());
    }
}
