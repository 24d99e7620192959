using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Buffers;
using ConcurrentGc.JavaScript.BuiltIns;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Built-in functions: arguments are registers 1 and on of a frame that is not entered.</summary>
internal sealed unsafe partial class Machine
{
    /// <summary>Characters of a string that a message about an argument shows.</summary>
    private const int LongestReceived = 25;

    /// <summary>Calls a built-in; its result is in the state.</summary>
    private int CallBuiltIn(BuiltIn function, long* frame, int count, long newTarget)
    {
        var status = Dispatch(function, frame, count, newTarget);
        if (!_hasBadArgument)
        {
            return status;
        }

        _hasBadArgument = false;
        return FailConversion();
    }

    private int Dispatch(BuiltIn function, long* frame, int count, long newTarget) => _groups[(int)function] switch
    {
        BuiltInGroup.Math => CallMath(function, frame, count),
        BuiltInGroup.Host => CallHost(function, frame, count),
        BuiltInGroup.Conversion => CallConversion(function, frame, count, newTarget),
        BuiltInGroup.Primitive => CallPrimitiveMethod(function, frame, count),
        BuiltInGroup.Array => CallArrayMethod(function, frame, count),
        BuiltInGroup.Text => CallTextMethod(function, frame, count),
        BuiltInGroup.Collection => CallCollectionMethod(function, frame, count, newTarget),
        BuiltInGroup.Weak => CallWeakMethod(function, frame, count),
        BuiltInGroup.Iteration => CallIterationMethod(function, frame),
        BuiltInGroup.Library => CallLibraryFunction(function, frame, count),
        BuiltInGroup.Process => CallProcess(function),
        BuiltInGroup.Buffer => CallBuffer(function, frame, count, newTarget),
        BuiltInGroup.Task => CallTask(function, frame, count),
        _ => CallErrorFunction(function, frame, count, newTarget),
    };

    private long* Argument(long* frame, int count, int index) => index <= count ? frame + index : &_state->Undefined;

    private int Finish(long word)
    {
        _state->Result = word;
        return Next;
    }

    private int FinishNumber(double value)
    {
        var integer = (int)value;
        if (integer == value && (integer != 0 || !double.IsNegative(value)))
        {
            return Finish(Tagged.SmallInteger(integer));
        }

        if (IsUnboxed(Frame, Here))
        {
            _state->ResultNumber = value;
            return Finish(ObjectLayout.DoubleMarker);
        }

        return HasRoom(ObjectLayout.BoxBytes) ? Finish(Box(value)) : Retry;
    }

    private int FinishText(string text) =>
        text.Length > LongText ? TryMakeText(text, out _state->Result) ? Next : Retry
        : HasRoom(NewTextBytes(text)) ? Finish(MakeReserved(text)) : Retry;

    private int FinishBoolean(bool value) => Finish(Boolean(value));

    /// <summary>An argument as an integer, in the manner of ToIntegerOrInfinity.</summary>
    private double IntegerArgument(long* argument, double missing)
    {
        if (*argument == _state->Undefined)
        {
            return missing;
        }

        if (!TryToNumber(argument, out var number))
        {
            _hasBadArgument = true;
            return missing;
        }

        return double.IsNaN(number) ? 0 : Math.Truncate(number);
    }

    /// <summary>An index that counts from the end when it is negative.</summary>
    private int RelativeIndex(long* argument, int length, double missing)
    {
        var index = IntegerArgument(argument, missing);
        return (int)(index < 0 ? Math.Max(0, length + index) : Math.Min(length, index));
    }

    private int CallHost(BuiltIn function, long* frame, int count)
    {
        switch (function)
        {
            case BuiltIn.ConsoleLog:
            case BuiltIn.ConsoleError:
                return WriteLine(function == BuiltIn.ConsoleLog ? _text.Options.Output : _text.Options.Error, FormatLine(frame, count));
            case BuiltIn.ProcessExit:
                return End(count == 0 ? 0 : (int)IntegerArgument(frame + 1, 0) & 255);
            case BuiltIn.WriteSync:
                return WriteSync(Argument(frame, count, 1), Argument(frame, count, 2));
            case BuiltIn.PerformanceNow:
                return FinishNumber(_state->Now / 1e6);
            default:
                // Virtual time: Date.now counts from the start of the run, in whole milliseconds as Node does.
                return FinishNumber(_state->Now / 1_000_000);
        }
    }

    private int WriteLine(TextWriter writer, string line)
    {
        if (!_hasBadArgument)
        {
            writer.Write(line);
        }

        return Finish(_state->Undefined);
    }

    private int WriteSync(long* file, long* text)
    {
        var number = IntegerArgument(file, 1);
        if (number is not (1 or 2))
        {
            return EndUnsupported("fs.writeSync to other files than standard output and standard error");
        }

        if (!IsText(*text))
        {
            return Throw(
                ErrorKind.TypeError,
                $"The \"buffer\" argument must be of type string or an instance of Buffer, TypedArray, or DataView. Received {DescribeReceived(text)}");
        }

        var written = TextOf(*text);
        (number == 2 ? _text.Options.Error : _text.Options.Output).Write(written);
        return Finish(Tagged.SmallInteger(System.Text.Encoding.UTF8.GetByteCount(written)));
    }

    /// <summary>What Node says about an argument of a wrong type.</summary>
    private string DescribeReceived(long* argument) => KindOf(*argument) switch
    {
        ObjectLayout.KindFunction => $"function {TextOf(_constants[FunctionInfoOf(*argument)->Name])}",
        >= ObjectLayout.KindObject => $"an instance of {ClassNameOf(*argument)}",
        _ when IsNullish(*argument) => OddballText(*argument),
        _ when *argument == _state->True || *argument == _state->False => $"type boolean ({OddballText(*argument)})",
        _ when IsText(*argument) => $"type string ('{ShortText(TextOf(*argument))}')",
        _ => $"type number ({FormatArgument(argument)})",
    };

    private static string ShortText(string text) => text.Length > LongestReceived ? $"{text[..LongestReceived]}..." : text;

    private int CallConversion(BuiltIn function, long* frame, int count, long newTarget)
    {
        var argument = Argument(frame, count, 1);
        double number;
        switch (function)
        {
            case BuiltIn.NumberIsInteger:
                return FinishBoolean(TryNumber(argument, out number) && double.IsInteger(number));
            case BuiltIn.NumberIsSafeInteger:
                return FinishBoolean(TryNumber(argument, out number) && double.IsInteger(number) && Math.Abs(number) <= 9007199254740991);
            case BuiltIn.NumberIsFinite:
                return FinishBoolean(TryNumber(argument, out number) && double.IsFinite(number));
            case BuiltIn.NumberIsNaN:
                return FinishBoolean(TryNumber(argument, out number) && double.IsNaN(number));
            case BuiltIn.IsNaN:
                return TryToNumber(argument, out number) ? FinishBoolean(double.IsNaN(number)) : FailConversion();
            case BuiltIn.IsFinite:
                return TryToNumber(argument, out number) ? FinishBoolean(double.IsFinite(number)) : FailConversion();
            case BuiltIn.ParseFloat:
                return TryText(argument, out var text) ? FinishNumber(NumberConversion.ParseFloat(text)) : FailConversion();
            case BuiltIn.ParseInt:
                return TryText(argument, out text)
                    ? FinishNumber(NumberConversion.ParseInteger(text, NumberConversion.ToInt32(IntegerArgument(Argument(frame, count, 2), 0))))
                    : FailConversion();
            case BuiltIn.Array:
                return MakeArray(frame, count);
            case BuiltIn.ArrayIsArray:
                return FinishBoolean(IsObject(*argument) && KindOf(*argument) == ObjectLayout.KindArray);
            case BuiltIn.StringFromCharCode:
                return FromCharCodes(frame, count);
            default:
                return newTarget == 0
                    ? Convert(function, argument, count)
                    : EndUnsupported($"new {function}");
        }
    }

    private int Convert(BuiltIn function, long* argument, int count)
    {
        switch (function)
        {
            case BuiltIn.Boolean:
                return FinishBoolean(IsTruthy(argument));
            case BuiltIn.Number:
                return count == 0 ? Finish(Tagged.Zero)
                    : TryToNumber(argument, out var number) ? FinishNumber(number) : FailConversion();
            case BuiltIn.String:
                if (count == 0)
                {
                    return Finish(_state->EmptyText);
                }

                return IsText(*argument) ? Finish(*argument) : TryText(argument, out var text) ? FinishText(text) : FailConversion();
            default:
                return IsObject(*argument)
                    ? Finish(*argument)
                    : EndUnsupported("Object() of a value that is no object");
        }
    }

    private int FromCharCodes(long* frame, int count)
    {
        var characters = new char[count];
        for (var i = 0; i < count; i++)
        {
            if (!TryToNumber(frame + 1 + i, out var code))
            {
                return FailConversion();
            }

            characters[i] = (char)NumberConversion.ToInt32(code);
        }

        return TryMakeText(characters, out _state->Result) ? Next : Retry;
    }

    private int CallPrimitiveMethod(BuiltIn function, long* frame, int count)
    {
        switch (function)
        {
            case BuiltIn.ValueOf:
                _state->ResultNumber = Shadow(frame);
                return Finish(frame[0]);
            case BuiltIn.ObjectToString:
                return FinishText(ObjectTag(frame[0]));
            case BuiltIn.NumberToString:
                return NumberToString(frame, count);
            case BuiltIn.NumberToFixed:
                if (!TryNumber(frame, out var number) || Math.Abs(number) >= 1e21)
                {
                    return TryText(frame, out var plain) ? FinishText(plain) : FailConversion();
                }

                var digits = (int)IntegerArgument(Argument(frame, count, 1), 0);
                return digits is < 0 or > 100
                    ? Throw(ErrorKind.RangeError, "toFixed() digits argument must be between 0 and 100")
                    : FinishText(RadixText.Fixed(number, digits));
            default:
                return TryText(frame, out var text) ? FinishText(text) : FailConversion();
        }
    }

    private string ObjectTag(long word) => KindOf(word) switch
    {
        ObjectLayout.KindArray => "[object Array]",
        ObjectLayout.KindFunction => "[object Function]",
        ObjectLayout.KindError => "[object Error]",
        ObjectLayout.KindNumber => "[object Number]",
        >= ObjectLayout.KindOneByte and <= ObjectLayout.KindSliced => "[object String]",
        ObjectLayout.KindOddball => word == _state->Undefined ? "[object Undefined]" : word == _state->Null ? "[object Null]" : "[object Boolean]",
        ObjectLayout.KindCollection => IsCollection(word, isMap: true) ? "[object Map]" : "[object Set]",
        ObjectLayout.KindWeak => IsWeakReference(word) ? "[object WeakRef]"
            : IsRegistry(word) ? "[object FinalizationRegistry]"
            : IsWeakCollection(word, isMap: true) ? "[object WeakMap]" : "[object WeakSet]",
        ObjectLayout.KindBuffer => $"[object {(IsBuffer(word) ? "ArrayBuffer" : TypedElements.ClassNames[(int)KindOfElements(Object(word))])}]",
        ObjectLayout.KindIterator => $"[object {IteratorTag(NextOf(word))}]",
        _ => "[object Object]",
    };

    private int NumberToString(long* frame, int count)
    {
        if (!TryNumber(frame, out var number))
        {
            return Throw(ErrorKind.TypeError, "Number.prototype.toString requires that 'this' be a Number");
        }

        var radix = (int)IntegerArgument(Argument(frame, count, 1), 10);
        return radix is < 2 or > 36
            ? Throw(ErrorKind.RangeError, "toString() radix argument must be between 2 and 36")
            : FinishText(radix == 10 ? NumberText.Of(number) : RadixText.Of(number, radix));
    }

    private int CallErrorFunction(BuiltIn function, long* frame, int count, long newTarget)
    {
        if (function == BuiltIn.ErrorToString)
        {
            return IsObject(frame[0]) && TryErrorText(frame[0], out var described) ? FinishText(described) : FailConversion();
        }

        var kind = (ErrorKind)(function - BuiltIn.Error);
        var message = Argument(frame, count, 1);
        string? text = null;
        if (*message != _state->Undefined && !IsText(*message) && !TryText(message, out text))
        {
            return FailConversion();
        }

        if (text is { Length: > LongText })
        {
            return EndUnsupported("the long text of a value as the message of an Error");
        }

        if (count > 1 && IsObject(frame[2]) && HasNamed(frame[2], _code.Names.Number("cause")))
        {
            return EndUnsupported("the cause of an Error");
        }

        var root = Realm.ErrorShape + (int)kind;
        var isDerived = newTarget != 0 && (FunctionInfoOf(newTarget)->Flags & FunctionFlags.BuiltIn) == FunctionFlags.None;
        if (isDerived && !TryInstanceShape(newTarget, out root))
        {
            return Retry;
        }

        var own = *message;
        Func<long>? make = text is not null ? () => MakeReserved(text) : own != _state->Undefined ? () => own : null;
        if (!TryMakeError(root, NewTextBytes(text), make, isDerived ? newTarget : 0, out var error))
        {
            return Retry;
        }

        CountInstance(root);
        return Finish(error);
    }
}
