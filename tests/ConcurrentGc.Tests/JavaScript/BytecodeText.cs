using System.Globalization;
using System.Text;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Interpreting;
using ConcurrentGc.JavaScript.Lowering;

namespace ConcurrentGc.Tests.JavaScript;

/// <summary>Bytecode as text, for tests that pin the lowering.</summary>
internal static class BytecodeText
{
    /// <summary>Lowers a program and prints all functions of its text.</summary>
    /// <param name="fileName">The file as diagnostics name it.</param>
    /// <param name="source">Its text.</param>
    public static string Of(string fileName, string source)
    {
        var code = ProgramCode.Of(fileName, source);
        var text = new StringBuilder();
        foreach (var function in code.Functions.Where(each => !each.IsEventLoop && !ProgramCode.IsLibrary(each))) // the same in every program
        {
            Append(text, code, function);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ProgramCode program, FunctionCode function)
    {
        var name = function.Index == 0 ? "(module)" : function.Name.Length == 0 ? "(anonymous)" : function.Name;
        text.Append(CultureInfo.InvariantCulture, $"function {function.Index} {name}: {function.Parameters} parameters, {function.Locals} locals, {function.FrameWords} registers\n");
        for (var i = 0; i < function.Code.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {i,3}  {Line(program, function.Code[i], i)}\n");
        }

        foreach (var handler in function.Handlers)
        {
            text.Append(CultureInfo.InvariantCulture, $"  handler {handler.Start}..{handler.End} -> {handler.Target}, r{handler.Register}\n");
        }
    }

    private static string Line(ProgramCode program, Instruction each, int at)
    {
        var operands = each.Op switch
        {
            OpCode.LoadWord => string.Create(CultureInfo.InvariantCulture, $"r{each.A} = {each.Word >> 32}"),
            OpCode.LoadOddball => $"r{Invariant(each.A)} = {(Oddball)each.B}",
            OpCode.LoadDouble => $"r{Invariant(each.A)} = {BitConverter.Int64BitsToDouble(each.Word).ToString("R", CultureInfo.InvariantCulture)}",
            OpCode.LoadConstant or OpCode.LoadBuiltIn => $"r{Invariant(each.A)} = {Constant(program, each.D)}",
            OpCode.LoadGlobal or OpCode.LoadGlobalChecked or OpCode.StoreGlobal => $"r{Invariant(each.A)}, {program.GlobalNames.GetValueOrDefault(each.D, "?")}",
            OpCode.ThrowIfHole or OpCode.ThrowError => $"r{Invariant(each.A)}, {Constant(program, each.D)}",
            OpCode.GetField or OpCode.GetMethod or OpCode.GetLength or OpCode.SetField or OpCode.AddField or OpCode.DefineField =>
                $"r{Invariant(each.A)}, r{Invariant(each.B)}, {program.Names.Name(program.Caches[each.D])}",
            OpCode.NewClosure or OpCode.NewClass => $"r{Invariant(each.A)}, r{Invariant(each.B)}, function {Invariant(each.D)}",
            OpCode.CallGlobal or OpCode.NewGlobal =>
                $"r{Invariant(each.A)}, r{Invariant(each.B)}, {Invariant(each.C)} arguments, {program.GlobalNames.GetValueOrDefault(each.D, "?")}",
            OpCode.Call or OpCode.CallPlain or OpCode.New or OpCode.CallSuper => $"r{Invariant(each.A)}, r{Invariant(each.B)}, {Invariant(each.C)} arguments",
            >= OpCode.Jump and <= OpCode.JumpIfStrictNotEqualInteger => $"r{Invariant(each.B)}, {Invariant((int)each.C)} -> {Invariant(at + each.D)}",
            _ => $"{Invariant(each.A)}, {Invariant(each.B)}, {Invariant(each.C)}, {Invariant(each.D)}",
        };
        return $"{each.Op} {operands}";
    }

    private static string Constant(ProgramCode program, int index) => program.Constants[index] switch
    {
        string text => $"'{text.Replace("\n", "\\n", StringComparison.Ordinal)}'",
        var number => NumberText.Of((double)number),
    };

    private static string Invariant(long value) => value.ToString(CultureInfo.InvariantCulture);
}
