using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using ConcurrentGc.JavaScript.Bytecode;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Texts of values.</summary>
internal sealed unsafe partial class Machine
{
    private int ToTextInstruction(long* fp, Instruction* pc)
    {
        if (IsText(fp[pc->B]))
        {
            fp[pc->A] = fp[pc->B];
            return Next;
        }

        if (!TryText(fp + pc->B, out var text))
        {
            return FailConversion();
        }

        if (text.Length > LongText)
        {
            return SetText(fp + pc->A, text);
        }

        if (!HasRoom(NewTextBytes(text)))
        {
            return Retry;
        }

        fp[pc->A] = MakeReserved(text);
        return Next;
    }

    /// <summary>Writes a text that may be large; until it is made the register keeps its value, which may be an operand.</summary>
    private int SetText(long* register, string text)
    {
        if (!TryMakeText(text, out var word))
        {
            return Retry;
        }

        *register = word;
        return Next;
    }

    /// <summary>The text of any value.</summary>
    /// <returns>False: return what <see cref="FailConversion"/> returns.</returns>
    private bool TryText(long* register, out string text)
    {
        var word = *register;
        if (TryNumber(register, out var number))
        {
            text = NumberText.Of(number);
            return true;
        }

        if (IsText(word))
        {
            text = TextOf(word);
            return true;
        }

        if (IsObject(word))
        {
            return TryObjectText(word, out text);
        }

        text = OddballText(word);
        return word != _state->IteratorSymbol || Fail(TextFailure.SymbolText);
    }

    private string OddballText(long word) =>
        word == _state->Undefined ? "undefined"
        : word == _state->Null ? "null"
        : word == _state->True ? "true"
        : word == _state->False ? "false"
        : word == _state->IteratorSymbol ? "Symbol(Symbol.iterator)" : "hole";

    private bool TryTaggedText(long word, out string text) => TryText(&word, out text);

    private bool TryObjectText(long word, out string text)
    {
        text = string.Empty;
        if (HasOwnConversion(word))
        {
            return Fail(TextFailure.Written);
        }

        switch (ObjectLayout.Kind(*Object(word)))
        {
            case ObjectLayout.KindArray:
            case ObjectLayout.KindBuffer when IsTypedArray(word):
                return TryJoin(word, ",", out text);
            case ObjectLayout.KindFunction:
                var info = FunctionInfoOf(word);
                text = (info->Flags & (FunctionFlags.BuiltIn | FunctionFlags.Library)) != FunctionFlags.None
                    ? $"function {TextOf(_constants[info->Name])}() {{ [native code] }}"
                    : _text.SourceOf(info->Index);
                return true;
            case ObjectLayout.KindError:
                return TryErrorText(word, out text);
            default:
                text = ObjectTag(word);
                return true;
        }
    }

    private bool TryJoin(long array, string separator, out string text)
    {
        text = string.Empty;
        if (_joining.Contains(array))
        {
            return true; // inside itself an array is empty
        }

        // Node's stack of 984 KB holds about 3,250 joins.
        if (_joining.Count >= _text.Options.StackKilobytes * 33L / 10 || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return Fail(TextFailure.TooDeep);
        }

        _joining.Add(array);
        var joined = new StringBuilder();
        var isJoined = TryJoin(array, separator, joined);
        _joining.RemoveAt(_joining.Count - 1);
        text = isJoined ? joined.ToString() : string.Empty;
        return isJoined;
    }

    private bool TryJoin(long array, string separator, StringBuilder joined)
    {
        var length = LengthOf(array);
        for (var i = 0; i < length; i++)
        {
            joined.Append(i == 0 ? string.Empty : separator);
            double number = 0;
            var element = PeekElement(array, i, ref number);
            if (element == ObjectLayout.DoubleMarker)
            {
                joined.Append(NumberText.Of(number));
            }
            else if (!IsNullish(element))
            {
                if (!TryTaggedText(element, out var part))
                {
                    return false;
                }

                joined.Append(part);
            }

            if (joined.Length > ObjectLayout.MaximumStringLength)
            {
                return Fail(TextFailure.TooLong);
            }
        }

        return true;
    }

    private bool Fail(TextFailure failure)
    {
        _failure = failure;
        return false;
    }

    private FunctionInfo* FunctionInfoOf(long function) =>
        (FunctionInfo*)(_base + Object(function)[ObjectLayout.FunctionInfoOffset / 8]);

    private long TypeOf(long word)
    {
        var name = KindOf(word) switch
        {
            ObjectLayout.KindNumber => Realm.TypeNumber,
            >= ObjectLayout.KindOneByte and <= ObjectLayout.KindSliced => Realm.TypeString,
            ObjectLayout.KindFunction => Realm.TypeFunction,
            >= ObjectLayout.KindObject => Realm.TypeObject,
            _ => word == _state->IteratorSymbol ? Realm.TypeSymbol : word == _state->Undefined ? Realm.TypeUndefined : word == _state->Null ? Realm.TypeObject : Realm.TypeBoolean,
        };
        return _constants[_text.RealmConstants + name];
    }

    private string DescribeWord(long word) => DescribeValue(&word);

    private string DescribeValue(long* register) =>
        TryText(register, out var text) ? text : "#<Object>";

    private static string Invariant(long value) => value.ToString(CultureInfo.InvariantCulture);
}
