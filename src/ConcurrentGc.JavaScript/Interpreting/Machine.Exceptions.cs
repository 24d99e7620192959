using System.Globalization;
using System.Runtime.CompilerServices;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Shapes;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Exceptions: handlers are found in tables of the functions; nothing here is a .NET exception.</summary>
internal sealed unsafe partial class Machine
{
    private int ThrowUninitialized(long name)
    {
        var text = TextOf(name);
        return text is "this" ? ThrowNoSuper() : Throw(ErrorKind.ReferenceError, $"Cannot access '{text}' before initialization");
    }

    private int ThrowNoSuper() => Throw(
        ErrorKind.ReferenceError,
        "Must call super constructor in derived class before accessing 'this' or returning from derived constructor");

    /// <summary>What comes of a value that has no text or number.</summary>
    private int FailConversion() => _failure switch
    {
        TextFailure.TooDeep => Throw(ErrorKind.RangeError, "Maximum call stack size exceeded"),
        TextFailure.TooLong => Throw(ErrorKind.RangeError, "Invalid string length"),
        TextFailure.Format => EndUnsupported("the formats %j, and %o of functions and errors"),
        TextFailure.BuiltIn => EndUnsupported("the text of a built-in object"),
        TextFailure.SymbolText => Throw(ErrorKind.TypeError, "Cannot convert a Symbol value to a string"),
        TextFailure.SymbolNumber => Throw(ErrorKind.TypeError, "Cannot convert a Symbol value to a number"),
        _ => EndUnsupported("conversion of an object by its own toString or valueOf"),
    };

    private int ThrowNotCallable(long* fp, Instruction* pc, string complaint)
    {
        var info = FunctionOf(fp);
        var text = _code.Functions[info->Index].Callees.GetValueOrDefault(IndexOf(info, pc), "(intermediate value)");
        return Throw(ErrorKind.TypeError, $"{text} {complaint}");
    }

    private static int IndexOf(FunctionInfo* info, Instruction* pc, byte* start) => (int)(((byte*)pc - start - info->Code) / Instruction.Bytes);

    private int IndexOf(FunctionInfo* info, Instruction* pc) => IndexOf(info, pc, _base);

    /// <summary>Throws an error of the language.</summary>
    /// <param name="kind">Its class.</param>
    /// <param name="message">Its message.</param>
    private int Throw(ErrorKind kind, string message)
    {
        message = message.Length > LongText ? message[..LongText] : message;
        return TryMakeError(Realm.ErrorShape + (int)kind, NewTextBytes(message), () => MakeReserved(message), 0, out var error) ? Unwind(error) : Retry;
    }

    /// <summary>An error object with stack and message.</summary>
    /// <param name="root">Shape of an error without properties.</param>
    /// <param name="messageBytes">Bytes that its message needs.</param>
    /// <param name="makeMessage">Makes the message when there is room; null: it has none of its own.</param>
    /// <param name="constructor">The class of the program that is constructed; zero: none.</param>
    /// <param name="error">The object.</param>
    /// <returns>False: return <see cref="Retry"/>.</returns>
    private bool TryMakeError(int root, long messageBytes, Func<long>? makeMessage, long constructor, out long error)
    {
        var bytes = ObjectHeader.FixedBytes(_shapes.Shapes[root].Header);
        error = 0;
        if (!HasRoom(bytes + TraceBytes(constructor) + messageBytes))
        {
            return false;
        }

        var shape = _shapes.Add(root, Realm.NameStack);
        _shapes.Shapes[shape].Representation = Representation.Tagged;
        if (makeMessage is not null)
        {
            shape = _shapes.Add(shape, Realm.NameMessage);
            _shapes.Shapes[shape].Representation = Representation.Tagged;
        }

        var thing = Allocate(bytes, out error);
        FillObject(thing, _shapes.Shapes[shape].Header);
        thing[3] = MakeTrace(constructor);
        if (makeMessage is not null)
        {
            thing[4] = makeMessage();
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
        while ((info->Flags & FunctionFlags.Library) != FunctionFlags.None)
        {
            pc = (Instruction*)(_base + (fp[-3] & ~ConstructFlag)) - 1;
            fp = (long*)((byte*)fp - fp[-4]);
            info = FunctionOf(fp);
        }

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
        error.WriteLine(isError && StackText(value) is { } stack ? stack : "Uncaught " + Inspect(value));
        error.Flush();
    }

    private bool TryErrorText(long word, out string text)
    {
        text = string.Empty;
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return Fail(TextFailure.TooDeep);
        }

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
