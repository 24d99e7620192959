using System.Globalization;
using System.Text;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Bytecode;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Stack traces: captured as numbers, written as text when a program first reads them, as in V8.</summary>
internal sealed unsafe partial class Machine
{
    private const int TraceFrames = 10;
    private const int WordsATraceFrame = 3;

    // What the third word of a captured frame says when it is not the constant that holds the receiver's class.
    private const int NoReceiver = -1;
    private const int ConstructedReceiver = -2;
    private const int PlainReceiver = -3;

    /// <summary>Bytes of a captured trace. The frames of an error's own constructors do not count.</summary>
    /// <param name="constructor">The class that was constructed; zero: none of the program's.</param>
    private long TraceBytes(long constructor) => ObjectHeader.ArrayPrefixBytes + (8L * WordsATraceFrame * Capture(constructor, null));

    /// <summary>Captures the frames of the modeled stack, for which room was asked.</summary>
    private long MakeTrace(long constructor)
    {
        var bytes = TraceBytes(constructor);
        var store = Allocate(bytes, out var word);
        store[0] = ObjectLayout.FixedArrayHeader;
        store[1] = Tagged.SmallInteger((int)((bytes - ObjectHeader.ArrayPrefixBytes) / 8));
        _ = Capture(constructor, store + 2);
        return word;
    }

    private int Capture(long constructor, long* words)
    {
        var fp = Frame;
        var pc = Here;
        var count = 0;
        while (count < TraceFrames && !_code.Functions[FunctionOf(fp)->Index].IsEventLoop)
        {
            if (constructor == 0)
            {
                if (words != null)
                {
                    var info = FunctionOf(fp);
                    words[WordsATraceFrame * count] = Tagged.SmallInteger(info->Index);
                    words[(WordsATraceFrame * count) + 1] = Tagged.SmallInteger(IndexOf(info, pc));
                    words[(WordsATraceFrame * count) + 2] = Tagged.SmallInteger(ReceiverOf(fp, info));
                }

                count++;
            }
            else if (fp[-2] == constructor)
            {
                constructor = 0;
            }

            if (fp[-3] == 0)
            {
                break;
            }

            pc = (Instruction*)(_base + (fp[-3] & ~ConstructFlag)) - 1;
            fp = (long*)((byte*)fp - fp[-4]);
        }

        return count;
    }

    private int ReceiverOf(long* fp, FunctionInfo* info)
    {
        if ((fp[-3] & ConstructFlag) != 0)
        {
            return ConstructedReceiver;
        }

        if ((info->Flags & ~(FunctionFlags.SloppyThis | FunctionFlags.Library)) != FunctionFlags.None || !IsObject(fp[0]))
        {
            return NoReceiver;
        }

        var constructor = PeekNamed(fp[0], Realm.NameConstructor);
        return IsObject(constructor) && KindOf(constructor) == ObjectLayout.KindFunction ? FunctionInfoOf(constructor)->Name : PlainReceiver;
    }

    /// <summary>Whether a word is a captured trace: no value of the language is one.</summary>
    private bool IsTrace(long word) => Tagged.IsPointer(word) && *Object(word) == ObjectLayout.FixedArrayHeader;

    /// <summary>The text of an error's stack property; null when it was replaced by something that is no text.</summary>
    private string? StackText(long error)
    {
        var stack = PeekNamed(error, Realm.NameStack);
        return IsText(stack) ? TextOf(stack) : IsTrace(stack) ? TraceText(error, stack) : null;
    }

    private string TraceText(long error, long trace)
    {
        var text = new StringBuilder(TryErrorText(error, out var head) ? head : "Error");
        var words = Object(trace) + 2;
        for (var i = 0; i < Tagged.ToInteger(words[-1]); i += WordsATraceFrame)
        {
            var function = _code.Functions[Tagged.ToInteger(words[i])];
            if ((function.Flags & FunctionFlags.Library) != FunctionFlags.None)
            {
                text.Append("\n    at ").Append(FrameName(function, Tagged.ToInteger(words[i + 2]))).Append(" (<anonymous>)");
                continue;
            }

            var (line, column) = _text.PlaceOf(function.Positions[Tagged.ToInteger(words[i + 1])]);
            var place = string.Create(CultureInfo.InvariantCulture, $"{_text.ScriptPath}:{line}:{column}");
            var name = FrameName(function, Tagged.ToInteger(words[i + 2]));
            text.Append("\n    at ").Append(name.Length == 0 ? place : $"{name} ({place})");
        }

        return text.ToString();
    }

    private string FrameName(Lowering.FunctionCode function, int receiver) => receiver switch
    {
        _ when function.Index == 0 => "Object.<anonymous>",
        NoReceiver => function.Name,
        ConstructedReceiver => "new " + (function.Name.Length == 0 ? "<anonymous>" : function.Name),
        PlainReceiver => $"Object.{(function.Name.Length == 0 ? "<anonymous>" : function.Name)}",
        _ => $"{TextOf(_constants[receiver])}.{(function.Name.Length == 0 ? "<anonymous>" : function.Name)}",
    };

    /// <summary>Reads the stack property of an error whose text was not wanted until now.</summary>
    private int LoadTrace(long error, long* slot, long* target)
    {
        if (!TryMakeText(TraceText(error, *slot), out var word))
        {
            return Retry;
        }

        StoreWithBarrier(slot, word);
        *target = word;
        return Next;
    }
}
