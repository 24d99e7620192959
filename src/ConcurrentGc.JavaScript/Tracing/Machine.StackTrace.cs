using System.Globalization;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Lowering;
using ConcurrentGc.Orinoco.Footprint;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>
/// Prints the modeled stack before each statement: frames from the innermost one, their variables as words, and the objects
/// that the words point to.
/// </summary>
internal sealed unsafe partial class Machine
{
    private const int NameWidth = 18;

    /// <summary>The instruction Statement.</summary>
    private int TraceStatement()
    {
        var output = _text.Options.StackTrace!;
        var (line, _) = DescribePlace(Frame, Here);
        output.Write(string.Create(
            CultureInfo.InvariantCulture, $"{++_state->Statements}. {Path.GetFileName(_text.File)}:{line}  {_text.LineOf(line).Trim()}\n"));
        List<long> objects = [];
        var fp = Frame;
        var pc = Here;
        while (!_code.Functions[FunctionOf(fp)->Index].IsEventLoop)
        {
            TraceFrame(output, fp, pc, objects);
            if (fp[-3] == 0)
            {
                break;
            }

            pc = (Instruction*)(_base + (fp[-3] & ~ConstructFlag)) - 1;
            fp = (long*)((byte*)fp - fp[-4]);
        }

        TraceObjects(output, objects);
        output.Write('\n');
        return Next;
    }

    private void TraceFrame(TextWriter output, long* fp, Instruction* pc, List<long> objects)
    {
        var info = FunctionOf(fp);
        var function = _code.Functions[info->Index];
        var at = IndexOf(info, pc);
        var place = (byte*)fp - _base - _state->StackStart - (FunctionCompiler.LinkWords * sizeof(long));
        var bytes = (FunctionCompiler.LinkWords + info->FrameWords) * sizeof(long);
        output.Write(string.Create(
            CultureInfo.InvariantCulture, $"   frame {NameOfFrame(fp, function)}, {bytes} bytes at {place}\n"));
        if (function.Index != 0 && (function.Flags & FunctionFlags.Arrow) == FunctionFlags.None)
        {
            TraceWord(output, "this", fp, isInitialized: true, objects);
        }

        foreach (var variable in function.Variables)
        {
            if (at >= variable.ScopeFrom && at < variable.To)
            {
                TraceWord(output, variable.Name, PlaceOf(fp, variable), at >= variable.From, objects);
            }
        }
    }

    private static string NameOfFrame(long* fp, FunctionCode function) =>
        function.Index == 0 ? "(module)"
        : function.Name.Length == 0 ? "(anonymous)"
        : (fp[-3] & ConstructFlag) != 0 ? $"new {function.Name}" : function.Name;

    private long* PlaceOf(long* fp, in FrameVariable variable) =>
        variable.Global >= 0 ? _globals + variable.Global
        : variable.Slot < 0 ? fp + variable.Register
        : Object(fp[variable.Register]) + 2 + ObjectLayout.ContextPrefixWords + variable.Slot;

    private void TraceWord(TextWriter output, string name, long* register, bool isInitialized, List<long> objects)
    {
        var word = *register;
        output.Write($"     {name,-NameWidth} ");
        if (!isInitialized || word == _state->Hole)
        {
            output.Write("not initialized\n");
            return;
        }

        var raw = word == ObjectLayout.DoubleMarker ? BitConverter.DoubleToInt64Bits(Shadow(register)) : Shown(word);
        output.Write(string.Create(CultureInfo.InvariantCulture, $"{raw:x16}  {Brief(register)}\n"));
        if (IsListed(word) && !objects.Contains(word))
        {
            objects.Add(word);
        }
    }

    /// <summary>A pointer as an address of the process, with the tag; another word as it is.</summary>
    private long Shown(long word) =>
        Tagged.IsPointer(word) ? AddressSpace.AddressOf(_heap, Tagged.Address(word)) + Tagged.PointerTag : word;

    /// <summary>Whether a word points to something that is more than its value.</summary>
    private bool IsListed(long word) => Tagged.IsPointer(word) && KindOf(word) is not (ObjectLayout.KindOddball or ObjectLayout.KindInternal);

    private string Brief(long* register)
    {
        var word = *register;
        return KindOf(word) switch
        {
            ObjectLayout.KindOneByte or ObjectLayout.KindTwoByte or ObjectLayout.KindCons or ObjectLayout.KindSliced => $"-> {BriefText(word)}",
            ObjectLayout.KindContext => "-> context",
            ObjectLayout.KindBuffer when IsTypedArray(word) => $"-> {ClassNameOf(word)}({Invariant(LengthOf(word))})",
            ObjectLayout.KindArray => $"-> Array({Invariant(ArrayLength(word))})",
            ObjectLayout.KindFunction => $"-> function {TextOf(_constants[FunctionInfoOf(word)->Name])}",
            >= ObjectLayout.KindObject => $"-> {ClassNameOf(word)}",
            ObjectLayout.KindOddball => OddballText(word),
            ObjectLayout.KindInternal => "-> internal",
            _ => TryNumber(register, out var number) ? (Tagged.IsPointer(word) ? "-> " : string.Empty) + InspectNumber(number) : "-",
        };
    }

    private string BriefText(long word)
    {
        const int longest = 40;
        var text = TextOf(word);
        return BuiltIns.InspectionText.Quote(text.Length > longest ? text[..longest] + "..." : text);
    }
}
