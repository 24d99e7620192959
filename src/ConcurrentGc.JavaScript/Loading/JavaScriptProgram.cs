using ConcurrentGc.Heap;
using ConcurrentGc.JavaScript.Lowering;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.JavaScript.Loading;

/// <summary>
/// A JavaScript program on the modeled heap. The struct is two numbers: its immutable text among the tables of the world,
/// and its words in the side region.
/// </summary>
public readonly struct JavaScriptProgram : IProgram
{
    private readonly long _text;
    private readonly long _state;

    private JavaScriptProgram(long text, long state) => (_text, _state) = (text, state);

    /// <summary>Parses, checks and lowers a program, and makes the objects that exist before its first instruction.</summary>
    /// <param name="heap">Its heap; new space has its pages.</param>
    /// <param name="tables">Where its immutable text is kept.</param>
    /// <param name="fileName">The file as diagnostics and stack traces name it.</param>
    /// <param name="source">Its text.</param>
    /// <param name="options">How it runs.</param>
    /// <exception cref="JavaScriptLoadException">It is not supported: all reasons at once.</exception>
    public static JavaScriptProgram Load(SharedHeap heap, WorldTables tables, string fileName, string source, JavaScriptOptions options)
    {
        var code = ProgramCode.Of(fileName, source, options.StackTrace is not null);
        var text = new ProgramText(code, fileName, source, options);
        var state = ProgramLoader.Load(heap, text);
        return new JavaScriptProgram(tables.Add(text), state);
    }

    /// <summary>Bytes of old space that hold the program's own strings, numbers and array literals.</summary>
    /// <param name="tables">Where its text is kept.</param>
    public long LiteralBytes(WorldTables tables) => tables.Get<ProgramText>((int)_text).LiteralBytes;

    /// <summary>Bytes of its frames, as large as Node's are. It stands, or has ended.</summary>
    /// <param name="heap">Its heap.</param>
    /// <param name="tables">Where its text is kept.</param>
    public long StackBytes(SharedHeap heap, WorldTables tables) =>
        tables.Get<ProgramText>((int)_text).MachineOn(heap, _state).StackBytes;

    /// <inheritdoc/>
    public ProgramStop Run<TTurn>(ref ProgramContext context, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct =>
        turn.Tables.Get<ProgramText>((int)_text).MachineOn(turn.Heap, _state).Run(ref context, ref turn);
}
