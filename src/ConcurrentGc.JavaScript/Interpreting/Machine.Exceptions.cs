using System.Globalization;
using System.Text;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Shapes;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Exceptions: handlers are found in tables of the functions; nothing here is a .NET exception.</summary>
internal sealed unsafe partial class Machine
{
    private const int TraceFrames = 10;

    private int ThrowUninitialized(long name)
    {
        var text = TextOf(name);
        return text is "this" ? ThrowNoSuper() : Throw(ErrorKind.ReferenceError, $"Cannot access '{text}' before initialization");
    }

    private int ThrowNoSuper() => Throw(
        ErrorKind.ReferenceError,
        "Must call super constructor in derived class before accessing 'this' or returning from derived constructor");

    private int ThrowUnconvertible() => Throw(
        ErrorKind.TypeError,
        "converting an object by its own toString or valueOf is not available in the simulator");

    private int ThrowNotCallable(long* fp, Instruction* pc, string complaint)
    {
        var info = FunctionOf(fp);
        var text = _code.Functions[info->Index].Callees.GetValueOrDefault(IndexOf(info, pc), "(intermediate value)");
        var method = text[(text.LastIndexOf('.') + 1)..];
        var receiver = fp[pc->B];
        var isMissing = pc->Op == OpCode.Call && fp[pc->B - 2] == _state->Undefined && BuiltIns.MissingBuiltIns.IsKnown(KindOf(receiver), method);
        return Throw(ErrorKind.TypeError, isMissing ? $"{text} is not available in the simulator" : $"{text} {complaint}");
    }

    private static int IndexOf(FunctionInfo* info, Instruction* pc, byte* start) => (int)(((byte*)pc - start - info->Code) / Instruction.Bytes);

    private int IndexOf(FunctionInfo* info, Instruction* pc) => IndexOf(info, pc, _base);

    /// <summary>Throws an error of the language.</summary>
    /// <param name="kind">Its class.</param>
    /// <param name="message">Its message.</param>
    private int Throw(ErrorKind kind, string message)
    {
        return TryMakeError(Realm.ErrorShape + (int)kind, BuiltIns.BuiltInCatalog.ErrorName(kind), message, out var error) ? Unwind(error) : Retry;
    }

    /// <summary>An error object with stack and message.</summary>
    /// <param name="root">Shape of an error without properties.</param>
    /// <param name="name">Its name in the stack text.</param>
    /// <param name="message">Its message; null: it has none of its own.</param>
    /// <param name="error">The object.</param>
    /// <returns>False: return <see cref="Retry"/>.</returns>
    private bool TryMakeError(int root, string name, string? message, out long error)
    {
        var trace = (message is { Length: > 0 } ? $"{name}: {message}" : name) + Trace();
        var bytes = ObjectHeader.FixedBytes(_shapes.Shapes[root].Header);
        error = 0;
        if (!HasRoom(bytes + NewTextBytes(trace) + NewTextBytes(message)))
        {
            return false;
        }

        var shape = _shapes.Add(root, Realm.NameStack);
        _shapes.Shapes[shape].Representation = Representation.Tagged;
        if (message is not null)
        {
            shape = _shapes.Add(shape, Realm.NameMessage);
            _shapes.Shapes[shape].Representation = Representation.Tagged;
        }

        var thing = Allocate(bytes, out error);
        FillObject(thing, _shapes.Shapes[shape].Header);
        thing[3] = MakeReserved(trace);
        if (message is not null)
        {
            thing[4] = MakeReserved(message);
        }

        return true;
    }

    private int ThrowValue(long* fp, Instruction* pc)
    {
        if (!HasRoom(BoxBytesOf(fp[pc->B])))
        {
            return Retry;
        }

        return Unwind(TaggedOf(fp + pc->B));
    }

    /// <summary>Goes on at the nearest handler, or ends the program.</summary>
    private int Unwind(long value)
    {
        var fp = Frame;
        var pc = Here;
        var origin = DescribePlace(fp, pc);
        while (true)
        {
            var info = FunctionOf(fp);
            var at = IndexOf(info, pc);
            foreach (var handler in _code.Functions[info->Index].Handlers)
            {
                if (at >= handler.Start && at < handler.End)
                {
                    fp[handler.Register] = value;
                    _state->Frame = (byte*)fp - _base;
                    _state->Instruction = info->Code + ((long)handler.Target * Instruction.Bytes);
                    return Reload;
                }
            }

            if (fp[-3] == 0)
            {
                Report(value, origin);
                _state->Context.End = Orinoco.Mutating.ProgramEnd.UncaughtException;
                return End(1);
            }

            pc = (Instruction*)(_base + (fp[-3] & ~ConstructFlag)) - 1;
            fp = (long*)((byte*)fp - fp[-4]);
        }
    }

    private (int Line, int Column) DescribePlace(long* fp, Instruction* pc)
    {
        var info = FunctionOf(fp);
        return _text.PlaceOf(_code.Functions[info->Index].Positions[IndexOf(info, pc)]);
    }

    private void Report(long value, (int Line, int Column) origin)
    {
        var error = _text.Options.Error;
        error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_text.ScriptPath}:{origin.Line}"));
        error.WriteLine(_text.LineOf(origin.Line));
        error.WriteLine(new string(' ', Math.Max(0, origin.Column - 1)) + "^");
        error.WriteLine();
        var isError = IsObject(value) && KindOf(value) == ObjectLayout.KindError;
        error.WriteLine(isError && IsText(Object(value)[3]) ? TextOf(Object(value)[3]) : "Uncaught " + Inspect(value));
        error.Flush();
    }

    /// <summary>The frames of the modeled stack as lines.</summary>
    private string Trace()
    {
        var lines = new StringBuilder();
        var fp = Frame;
        var pc = Here;
        for (var i = 0; i < TraceFrames; i++)
        {
            var info = FunctionOf(fp);
            var (line, column) = DescribePlace(fp, pc);
            lines.Append(CultureInfo.InvariantCulture, $"\n    at {FrameName(fp, info)} ({_text.ScriptPath}:{line}:{column})");
            if (fp[-3] == 0)
            {
                break;
            }

            pc = (Instruction*)(_base + (fp[-3] & ~ConstructFlag)) - 1;
            fp = (long*)((byte*)fp - fp[-4]);
        }

        return lines.ToString();
    }

    private string FrameName(long* fp, FunctionInfo* info)
    {
        if (fp[-3] == 0)
        {
            return "Object.<anonymous>";
        }

        var name = TextOf(_constants[info->Name]);
        name = name.Length == 0 ? "<anonymous>" : name;
        return (fp[-3] & ConstructFlag) != 0 ? "new " + name
            : info->Flags == FunctionFlags.None && IsObject(fp[0]) ? $"{ClassNameOf(fp[0])}.{name}"
            : name;
    }

    private bool TryErrorText(long word, out string text)
    {
        text = string.Empty;
        if (!TryTaggedText(PeekNamed(word, Realm.NameName), out var name) || !TryTaggedText(PeekNamed(word, Realm.NameMessage), out var message))
        {
            return false;
        }

        name = PeekNamed(word, Realm.NameName) == _state->Undefined ? "Error" : name;
        message = PeekNamed(word, Realm.NameMessage) == _state->Undefined ? string.Empty : message;
        text = message.Length == 0 ? name : name.Length == 0 ? message : $"{name}: {message}";
        return true;
    }

    /// <summary>A named property without any effect: undefined when there is none.</summary>
    private long PeekNamed(long word, int name)
    {
        for (var at = word; IsObject(at); at = PrototypeOf(at))
        {
            var owner = _shapes.Find(ObjectLayout.ShapeIndex(*Object(at)), name);
            if (owner >= 0)
            {
                return *SlotOf(at, owner);
            }
        }

        return _state->Undefined;
    }

    private bool HasOwnConversion(long word) => IsWritten(PeekNamed(word, Realm.NameToString)) || IsWritten(PeekNamed(word, Realm.NameValueOf));

    private bool IsWritten(long word) =>
        IsObject(word) && (KindOf(word) != ObjectLayout.KindFunction || (FunctionInfoOf(word)->Flags & FunctionFlags.BuiltIn) == FunctionFlags.None);

    private string ClassNameOf(long word)
    {
        var constructor = PeekNamed(word, Realm.NameConstructor);
        return IsObject(constructor) && KindOf(constructor) == ObjectLayout.KindFunction
            ? TextOf(_constants[FunctionInfoOf(constructor)->Name])
            : "Object";
    }
}
