using ConcurrentGc.Cli;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Tests.JavaScript;
using CsCheck;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

/// <summary>Whatever a file holds, a run of it ends in one of the documented ways and never as a defect of the simulator.</summary>
public sealed class DamagedProgramTests : IDisposable
{
    private static readonly string[] _insertions =
    [
        ";", ",", "(", ")", "{", "}", "[", "]", "`", "'", "${", "=>", "...", "=", "==", "+", "++", "?", ":", "?.", "!", "\n", "//", "/*",
        "let ", "const ", "var ", "function ", "class A ", "extends ", "super", "this", "new ", "return ", "break ", "continue ",
        "throw ", "try {", "catch ", "finally {", "if (", "else ", "for (", "while (", "switch (", "case ", "default:", "typeof ",
        "delete ", "in ", "of ", "null", "undefined", "NaN", "0", "-0", "1e400", "0x", "9007199254740993n", "\"\\u{110000}\"", "\u2028",
        "\\ud800", "\0", "é", "async ", "yield ", "await ", "import(", "get a() {}", "static ", "#a", "label:", "/a/", "__proto__",
    ];

    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "program.js");

    [Fact]
    public void Any_damage_to_a_program_is_an_outcome_of_the_program()
    {
        string[] texts = [.. ProgramRun.Names("Cases").Select(name => File.ReadAllText(Path.Combine(ProgramRun.Folder, "Cases", name + ".js")))
            .Where(text => text.Length < 4000)];
        var damage = Gen.Select(
            Gen.OneOf(texts), Gen.Double[0, 1], Gen.Int[0, 12], Gen.OneOf(_insertions), Gen.Double[0, 1], Gen.Int[0, 3]);

        // A fixed seed: the same damage in every run.
        var random = new PCG(1, 2024);
        for (var number = 0; number < 1000; number++)
        {
            var (text, where, length, inserted, other, kind) = damage.Generate(random, null, out _);
            var start = (int)(where * text.Length);
            var end = Math.Min(text.Length, start + length);
            var damaged = kind switch
            {
                0 => text[..start] + inserted + text[end..],
                1 => text[..start] + inserted + text[start..],
                2 => text[..start] + text[end..],
                _ => text[..start] + text[(int)(other * text.Length)..],
            };
            Check($"damage {number}", damaged);
        }
    }

    [Theory]
    [InlineData("x = ", "1 + ", "1;")]
    [InlineData("let x = ", "'a' + ", "1;")]
    [InlineData("let a = [", "1, ", "1];")]
    [InlineData("let a = [", ", ", "];")]
    [InlineData("", ";", "")]
    [InlineData("", "let x; {", "}")]
    [InlineData("", "// \n", "")]
    [InlineData("let o = {", "a: 1, ", "};")]
    [InlineData("let s = '", "é", "';")]
    [InlineData("", "if (1) ", ";")]
    [InlineData("let x = ", "!", "1;")]
    [InlineData("let x = ", "(", "1")]
    [InlineData("let x = ", "[", "1")]
    [InlineData("let x = `", "${`", "`")]
    [InlineData("", "{", "")]
    [InlineData("", "}", "")]
    [InlineData("", "function f() {", "")]
    [InlineData("let x = ", "a => ", "1;")]
    [InlineData("let o = {}; o", ".a = o", ";")]
    public void Long_and_deep_programs_are_run_or_refused(string before, string repeated, string after)
    {
        foreach (var times in new[] { 1, 100, 1000, 3000 })
        {
            Check($"{times} times {repeated}", before + string.Concat(Enumerable.Repeat(repeated, times)) + after);
        }
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    private void Check(string what, string program)
    {
        File.WriteAllText(_path, program);

        // Damage may leave a loop without an end: interrupted is an outcome too.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var run = Command.Run(["run", _path, "--max-old-space-size", "16"], EngineRegistration.Create(), limit.Token);

        var isRefused = run.Code == ExitCodes.Usage && !run.Error.Contains(", exit code ", StringComparison.Ordinal);
        Assert.True(run.Code != ExitCodes.Failed, $"{what}\n{run.Error}\n{program}");
        Assert.True(!isRefused || run.Error.Contains($"orinoco: {_path}:", StringComparison.Ordinal), $"{what}\n{run.Error}\n{program}");
    }
}
