using ConcurrentGc.Orinoco.Footprint;

namespace ConcurrentGc.JavaScript.Loading;

/// <summary>How a program is run.</summary>
public sealed record JavaScriptOptions
{
    /// <summary>Which of Node's tiers allocation is modeled on.</summary>
    public JavaScriptTier Tier { get; init; } = JavaScriptTier.Turbofan;

    /// <summary>V8's <c>--stack-size</c> in KB; from 8 to 65,536. The modeled stack holds as many simple frames as Node's.</summary>
    public int StackKilobytes { get; init; } = 984;

    /// <summary>What the program is told about its process and the machine.</summary>
    public ProcessSettings Process { get; init; } = new();

    /// <summary>Seed of <c>Math.random</c>.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The words after the program: <c>process.argv[2]</c> and on.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Path that <c>process.argv[1]</c> and stack traces show; by default the file name.</summary>
    public string? ScriptPath { get; init; }

    /// <summary>Standard output.</summary>
    public TextWriter Output { get; init; } = TextWriter.Null;

    /// <summary>Standard error: what the program writes there, and the trace of what it throws and nothing catches.</summary>
    public TextWriter Error { get; init; } = TextWriter.Null;

    /// <summary>Takes the stack before each statement; null: nobody asked.</summary>
    public TextWriter? StackTrace { get; init; }

    /// <summary>Told, once, why a program was ended that met something unsupported while it ran.</summary>
    public Action<Diagnostic>? Unsupported { get; init; }
}
