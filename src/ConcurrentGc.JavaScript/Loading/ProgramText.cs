using ConcurrentGc.Heap;
using ConcurrentGc.JavaScript.Interpreting;
using ConcurrentGc.JavaScript.Lowering;

namespace ConcurrentGc.JavaScript.Loading;

/// <summary>What is immutable of a loaded program: code, names, positions, options.</summary>
internal sealed class ProgramText
{
    private readonly int[] _lineStarts;
    private readonly string _source;
    private Machine? _machine;
    private SharedHeap? _heap;

    /// <summary>Keeps a program.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="file">The file as it was named.</param>
    /// <param name="source">Its text.</param>
    /// <param name="options">How it runs.</param>
    public ProgramText(ProgramCode code, string file, string source, JavaScriptOptions options)
    {
        Code = code;
        Options = options;
        File = file;
        ScriptPath = options.ScriptPath ?? file;
        _source = source;
        var starts = new List<int> { 0 };
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] is '\n' or '\u2028' or '\u2029' || (source[i] == '\r' && (i + 1 == source.Length || source[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        _lineStarts = [.. starts];
    }

    /// <summary>Its code.</summary>
    public ProgramCode Code { get; }

    /// <summary>How it runs.</summary>
    public JavaScriptOptions Options { get; }

    /// <summary>The file as diagnostics name it.</summary>
    public string File { get; }

    /// <summary>Constants that hold the built-in objects, by name.</summary>
    public List<(string Name, int Constant)> BuiltInObjects { get; } = [];

    /// <summary>Holders of built-in functions, as <see cref="BuiltIns.BuiltInCatalog"/> names them.</summary>
    public List<string> Holders { get; } = [];

    /// <summary>Constant from which on the bodies of constructors lie that are written in JavaScript.</summary>
    public int ConstructorBodies { get; set; }

    /// <summary>Bytes of old space that hold the program's own strings, numbers and array literals.</summary>
    public long LiteralBytes { get; set; }

    /// <summary>Path in stack traces.</summary>
    public string ScriptPath { get; }

    /// <summary>Constant from which on those of the realm lie.</summary>
    public int RealmConstants { get; set; }

    /// <summary>Constant from which on the names of module variables lie.</summary>
    public int GlobalNames { get; set; }

    /// <summary>Cache from which on those of object literals lie.</summary>
    public int ObjectCaches { get; set; }

    /// <summary>The program's text.</summary>
    public string Source => _source;

    /// <summary>Line and column, from one, of a text position.</summary>
    /// <param name="position">An index in the source.</param>
    public (int Line, int Column) PlaceOf(int position)
    {
        var found = Array.BinarySearch(_lineStarts, position);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, position - _lineStarts[line] + 1);
    }

    /// <summary>A line of the source.</summary>
    /// <param name="line">From one.</param>
    public string LineOf(int line)
    {
        var end = line < _lineStarts.Length ? _lineStarts[line] : _source.Length;
        return _source[_lineStarts[line - 1]..end].TrimEnd('\r', '\n', '\u2028', '\u2029');
    }

    /// <summary>The text of a function.</summary>
    /// <param name="function">Its number.</param>
    public string SourceOf(int function)
    {
        var code = Code.Functions[function];
        var text = _source[code.TextStart..code.TextEnd];
        return code.IsStatic ? text["static".Length..].TrimStart() : text;
    }

    /// <summary>The machine that runs the program on a heap; made anew for another heap.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="state">Byte offset of the program's words.</param>
    public Machine MachineOn(SharedHeap heap, long state)
    {
        if (_machine is null || !ReferenceEquals(_heap, heap))
        {
            _machine = new Machine(heap, this, state);
            _heap = heap;
        }

        return _machine;
    }
}
