using System.Globalization;
using ConcurrentGc.Cli;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

/// <summary>The stack statement by statement.</summary>
public sealed class TraceStackTests : IDisposable
{
    /// <summary>How addresses of the modeled heap begin.</summary>
    private const string Heap = "00001000";
    private const int AddressDigits = 16;

    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "program.js");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public void The_employee_program_is_shown_as_approved()
    {
        var run = Command.Run("run employee --trace-stack", EngineRegistration.Create());

        Assert.Equal(0, run.Code);
        Golden.Matches("trace-stack", Numbered(run.Output));
    }

    [Fact]
    public void Variables_are_shown_in_their_blocks_wherever_they_lie()
    {
        File.WriteAllText(_path, """
            function outer(half) {
              let kept = 'kept';
              for (let i = 0; i < 1; i++) {
                const inner = half + i;
                later(() => kept + inner);
              }
              return half;
            }
            function later(f) { return f; }
            outer(0.5);
            """);

        var blocks = Command.Run(["run", _path, "--trace-stack"], EngineRegistration.Create()).Output.Split("\n\n");

        var before = Assert.Single(blocks, block => block.Contains("program.js:4  const", StringComparison.Ordinal));
        var call = Assert.Single(blocks, block => block.Contains("program.js:5  later", StringComparison.Ordinal));
        var after = Assert.Single(blocks, block => block.Contains("program.js:7  return", StringComparison.Ordinal));
        Assert.Matches(@"inner +not initialized\n", before);
        Assert.Matches(@"half +00001[0-9a-f]+  -> 0\.5\n", call);
        Assert.Matches(@"kept +00001[0-9a-f]+  -> 'kept'\n", call);
        Assert.Matches(@"i +0000000000000000  0\n", call);
        Assert.Matches(@"inner +00001[0-9a-f]+  -> 0\.5\n", call);
        Assert.DoesNotContain("inner", after, StringComparison.Ordinal);
        Assert.Contains("-> 'kept'", after, StringComparison.Ordinal);
    }

    [Fact]
    public void A_traced_program_prints_what_it_prints_otherwise()
    {
        File.WriteAllText(_path, "class A { constructor() { this.x = 1; } } for (let i = 0; i < 20; i++) console.log(new A().x + i);");

        var traced = Command.Run(["run", _path, "--trace-stack"], EngineRegistration.Create()).Output.Split('\n');
        var plain = Command.Run(["run", _path], EngineRegistration.Create()).Output.Split('\n');

        Assert.Equal(plain[..20], traced.Where(line => int.TryParse(line, CultureInfo.InvariantCulture, out _)), StringComparer.Ordinal);
        Assert.Equal(20, traced.Count(line => line.StartsWith("   frame new A,", StringComparison.Ordinal)));
    }

    /// <summary>Addresses by the order in which they first appear: they move whenever a built-in is added.</summary>
    private static string Numbered(string text)
    {
        var numbers = new List<string>();
        for (var at = text.IndexOf(Heap, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Heap, StringComparison.Ordinal))
        {
            var address = text.Substring(at, AddressDigits);
            var thing = address[..^1] + (address[^1] is '1' ? '0' : address[^1] is '9' ? '8' : address[^1]);
            numbers.Add(thing);
            text = text.Replace(thing, $"@{numbers.Count}".PadRight(AddressDigits), StringComparison.Ordinal)
                .Replace(thing[..^1] + (char)(thing[^1] + 1), $"@{numbers.Count}+1".PadRight(AddressDigits), StringComparison.Ordinal);
        }

        return text;
    }
}
