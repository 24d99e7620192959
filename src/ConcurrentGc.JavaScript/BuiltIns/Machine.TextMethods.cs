using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.BuiltIns;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Methods of strings.</summary>
internal sealed unsafe partial class Machine
{
    private int CallTextMethod(BuiltIn function, long* frame, int count)
    {
        var text = frame[0];
        if (!IsText(text))
        {
            return EndUnsupported("string methods on values that are no strings");
        }

        var length = TextLength(text);
        switch (function)
        {
            case BuiltIn.StringCharCodeAt:
            case BuiltIn.StringCharAt:
                return CharacterMethod(text, IntegerArgument(Argument(frame, count, 1), 0), function == BuiltIn.StringCharCodeAt);
            case BuiltIn.StringSlice:
                return TrySlice(
                    text,
                    RelativeIndex(Argument(frame, count, 1), length, 0),
                    RelativeIndex(Argument(frame, count, 2), length, length),
                    out _state->Result) ? Next : Retry;
            case BuiltIn.StringSubstring:
                var start = (int)Math.Clamp(IntegerArgument(Argument(frame, count, 1), 0), 0, length);
                var end = (int)Math.Clamp(IntegerArgument(Argument(frame, count, 2), length), 0, length);
                return TrySlice(text, Math.Min(start, end), Math.Max(start, end), out _state->Result) ? Next : Retry;
            default:
                return IndexOfText(frame, count);
        }
    }

    private int CharacterMethod(long text, double index, bool isCode)
    {
        if (index < 0 || index >= TextLength(text))
        {
            return isCode ? FinishNumber(double.NaN) : Finish(_state->EmptyText);
        }

        if (!TryFlatten(text))
        {
            return Retry;
        }

        var character = CharacterAt(text, (int)index);
        if (isCode)
        {
            return Finish(Tagged.SmallInteger(character));
        }

        return TryMakeText(new ReadOnlySpan<char>(in character), out _state->Result) ? Next : Retry;
    }

    private int IndexOfText(long* frame, int count)
    {
        if (!TryText(Argument(frame, count, 1), out var wanted))
        {
            return FailConversion();
        }

        var text = TextOf(frame[0]);
        var start = (int)Math.Clamp(IntegerArgument(Argument(frame, count, 2), 0), 0, text.Length);
        return Finish(Tagged.SmallInteger(text.IndexOf(wanted, start, StringComparison.Ordinal)));
    }
}
