using System.Text;
using Jint;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

/// <summary>A second implementation agrees with the expected outputs, so that a new case needs no Node.</summary>
public sealed class JintOracleTests
{
    /// <summary>
    /// Cases that ask for what only Node or V8 has: texts of messages, its modules, its limits. So do those called event-loop.
    /// </summary>
    private static readonly HashSet<string> _onlyNode = new(StringComparer.Ordinal)
    {
        "class-without-new", "const-assignment", "deep-recursion", "infinite-recursion", "process-and-fs", "process-exit",
        "string-too-long", "tdz-read", "tdz-write", "undeclared-variable", "v8-message-misc", "v8-message-not-a-function",
        "v8-message-read-undefined", "v8-stack-frames", "array-to-string-nested", "math-numbers-by-alias", "console-inspect-arrays", "console-inspect-objects", "console-formats", "function-text", "math-exact", "number-to-string-radix",
        "write-sync-arguments", "v8-message-callback-argument", "v8-message-collections",
        "v8-message-iteration", "console-collections", "console-typed-arrays", "v8-message-typed-arrays", "strict-function-name-assignment", "smi-overflow-multiply",
    };

    public static TheoryData<string> Cases { get; } = [.. ProgramRun.Names("Cases").Where(name => !_onlyNode.Contains(name) && !name.StartsWith("event-loop-", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Jint_prints_the_expected_output_of_a_case(string name)
    {
        var printed = new StringBuilder();
        using var engine = new Engine(options => options.LimitRecursion(10_000));
        engine.SetValue("print", new Action<string>(line => printed.Append(line).Append('\n')));
        engine.Execute("const console = { log: (...a) => print(a.map(x => Object.is(x, -0) ? '-0' : String(x)).join(' ')) };");

        engine.Execute(File.ReadAllText(Path.Combine(ProgramRun.Folder, "Cases", name + ".js")));

        Assert.Equal(File.ReadAllText(Path.Combine(ProgramRun.Folder, "Cases", name + ".out")), printed.ToString());
    }
}
