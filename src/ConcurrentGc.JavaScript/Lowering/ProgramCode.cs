using ConcurrentGc.JavaScript.Loading;
using ConcurrentGc.JavaScript.Parsing;
using ConcurrentGc.JavaScript.Shapes;

namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>A lowered program, and what is gathered while it is lowered.</summary>
internal sealed class ProgramCode
{
    private readonly Dictionary<string, int> _textConstants = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> _numberConstants = [];

    /// <summary>Functions; the first one is the module, the last one the event loop.</summary>
    public List<FunctionCode> Functions { get; } = [];

    /// <summary>Constants: strings and doubles.</summary>
    public List<object> Constants { get; } = [];

    /// <summary>Names of properties.</summary>
    public NameTable Names { get; } = new();

    /// <summary>Object literals.</summary>
    public List<ObjectTemplate> Objects { get; } = [];

    /// <summary>Array literals of constants.</summary>
    public List<ArrayTemplate> Arrays { get; } = [];

    /// <summary>Property name of each inline cache; minus one: none.</summary>
    public List<int> Caches { get; } = [];

    /// <summary>Whether instructions say where statements begin.</summary>
    public bool IsTraced { get; init; }

    /// <summary>Number of module variables.</summary>
    public int Globals { get; set; }

    /// <summary>Functions of the library by holder and name; a constructor's by the name of its class.</summary>
    public Dictionary<string, int> Library { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a function is of the library.</summary>
    /// <param name="function">The function.</param>
    public static bool IsLibrary(FunctionCode function) => (function.Flags & Interpreting.FunctionFlags.Library) != Interpreting.FunctionFlags.None;

    /// <summary>Names of module variables, for messages.</summary>
    public Dictionary<int, string> GlobalNames { get; } = [];

    /// <summary>Parses, checks and lowers a program.</summary>
    /// <param name="file">The file as diagnostics name it.</param>
    /// <param name="source">Its text.</param>
    /// <param name="isTraced">Whether the stack is shown before each statement.</param>
    /// <exception cref="JavaScriptLoadException">It is not supported, or larger than the simulator can hold.</exception>
    public static ProgramCode Of(string file, string source, bool isTraced = false)
    {
        var (program, scopes) = ProgramParser.Parse(file, source);
        var code = new ProgramCode { Globals = scopes.Globals, IsTraced = isTraced };
        try
        {
            FunctionCompiler.CompileModule(code, scopes, program);
            if (NamesLibrary(source))
            {
                FunctionCompiler.CompileLibrary(code);
            }

            code.Functions.Add(EventLoop.EventLoopCode.Of(code.Functions.Count));
        }
        catch (ProgramLimit limit)
        {
            throw new JavaScriptLoadException([new Diagnostic(file, limit.Line, limit.Column, "JS0001", limit.Message)]);
        }

        return code;
    }

    /// <summary>Whether a text may reach a function of the library: it is not lowered for programs that do not say a name that leads there.</summary>
    private static bool NamesLibrary(string source) =>
        source.Contains("Map", StringComparison.Ordinal) || source.Contains("Set", StringComparison.Ordinal) || source.Contains("from", StringComparison.Ordinal);

    /// <summary>The constant that holds a string.</summary>
    /// <param name="text">The string.</param>
    public int Constant(string text)
    {
        if (!_textConstants.TryGetValue(text, out var index))
        {
            index = Constants.Count;
            Constants.Add(text);
            _textConstants.Add(text, index);
        }

        return index;
    }

    /// <summary>The constant that holds a double.</summary>
    /// <param name="number">The double.</param>
    public int Constant(double number)
    {
        var bits = BitConverter.DoubleToInt64Bits(number);
        if (!_numberConstants.TryGetValue(bits, out var index))
        {
            index = Constants.Count;
            Constants.Add(number);
            _numberConstants.Add(bits, index);
        }

        return index;
    }

    /// <summary>A new inline cache.</summary>
    /// <param name="name">Its property; null: it needs none.</param>
    public int Cache(string? name)
    {
        Caches.Add(name is null ? -1 : Names.Number(name));
        return Caches.Count - 1;
    }
}
