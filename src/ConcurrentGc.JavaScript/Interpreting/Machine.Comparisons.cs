using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Bytecode;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Comparisons.</summary>
internal sealed unsafe partial class Machine
{
    private int Compare(long* fp, Instruction* pc)
    {
        bool value;
        switch (pc->Op)
        {
            case OpCode.StrictEqual:
            case OpCode.StrictNotEqual:
                value = AreStrictlyEqual(fp + pc->B, fp + pc->C) == (pc->Op == OpCode.StrictEqual);
                break;
            case OpCode.LooseEqual:
            case OpCode.LooseNotEqual:
                value = AreLooselyEqual(fp + pc->B, fp + pc->C) == (pc->Op == OpCode.LooseEqual);
                break;
            case OpCode.In:
                return In(fp, pc);
            case OpCode.InstanceOf:
                return InstanceOf(fp, pc);
            default:
                if (!TryRelate(pc->Op, fp + pc->B, fp + pc->C, out value))
                {
                    return FailConversion();
                }

                break;
        }

        fp[pc->A] = Boolean(value);
        return Next;
    }

    private int CompareAndJump(long* fp, Instruction* pc)
    {
        var pair = pc->Op - OpCode.JumpIfLess;
        var comparison = (OpCode)((int)OpCode.Less + (pair >> 1));
        return TryRelate(comparison, fp + pc->B, fp + pc->C, out var value)
            ? JumpWhen(value == ((pair & 1) == 0))
            : FailConversion();
    }

    private int EqualAndJump(long* fp, Instruction* pc)
    {
        var value = pc->Op is OpCode.JumpIfStrictEqual or OpCode.JumpIfStrictNotEqual
            ? AreStrictlyEqual(fp + pc->B, fp + pc->C)
            : AreLooselyEqual(fp + pc->B, fp + pc->C);
        return JumpWhen(value == (pc->Op is OpCode.JumpIfStrictEqual or OpCode.JumpIfLooseEqual));
    }

    private int CompareIntegerAndJump(long* fp, Instruction* pc)
    {
        var integer = Tagged.SmallInteger((int)pc->C);
        if (pc->Op is OpCode.JumpIfStrictEqualInteger or OpCode.JumpIfStrictNotEqualInteger)
        {
            return JumpWhen(AreStrictlyEqual(fp + pc->B, &integer) == (pc->Op == OpCode.JumpIfStrictEqualInteger));
        }

        var pair = pc->Op - OpCode.JumpIfLessInteger;
        return TryRelate((OpCode)((int)OpCode.Less + (pair >> 1)), fp + pc->B, &integer, out var value)
            ? JumpWhen(value == ((pair & 1) == 0))
            : FailConversion();
    }

    private bool TryRelate(OpCode comparison, long* left, long* right, out bool value)
    {
        value = false;
        if (!IsSmi(*left) && !IsSmi(*right) && TryPrimitiveText(*left, out var leftText) && TryPrimitiveText(*right, out var rightText))
        {
            value = Relate(comparison, string.CompareOrdinal(leftText, rightText), 0);
            return true;
        }

        if (!TryToNumber(left, out var first) || !TryToNumber(right, out var second))
        {
            return false;
        }

        value = Relate(comparison, first, second);
        return true;
    }

    private static bool Relate(OpCode comparison, double left, double right) => comparison switch
    {
        OpCode.Less => left < right,
        OpCode.LessEqual => left <= right,
        OpCode.Greater => left > right,
        _ => left >= right,
    };

    /// <summary>The text of a string, or of an object that converts to one.</summary>
    private bool TryPrimitiveText(long word, out string text)
    {
        text = string.Empty;
        if (word == ObjectLayout.DoubleMarker || !Tagged.IsPointer(word))
        {
            return false;
        }

        if (IsText(word))
        {
            text = TextOf(word);
            return true;
        }

        return IsObject(word) && TryObjectText(word, out text);
    }

    private bool AreStrictlyEqual(long* left, long* right)
    {
        if (TryNumber(left, out var first))
        {
            return TryNumber(right, out var second) && first == second;
        }

        if (*left == *right)
        {
            return true;
        }

        return IsText(*left) && IsText(*right) && AreEqualTexts(*left, *right);
    }

    private bool AreLooselyEqual(long* left, long* right)
    {
        if (IsNullish(*left) || IsNullish(*right))
        {
            return IsNullish(*left) && IsNullish(*right);
        }

        if (IsObject(*left) == IsObject(*right) && IsText(*left) == IsText(*right)
            && TryNumber(left, out _) == TryNumber(right, out _))
        {
            return AreStrictlyEqual(left, right);
        }

        if (IsObject(*left) && IsText(*right))
        {
            return TryObjectText(*left, out var text) && string.Equals(text, TextOf(*right), StringComparison.Ordinal);
        }

        if (IsText(*left) && IsObject(*right))
        {
            return AreLooselyEqual(right, left);
        }

        return *left != _state->IteratorSymbol && *right != _state->IteratorSymbol
            && TryToNumber(left, out var first) && TryToNumber(right, out var second) && first == second;
    }

    private int In(long* fp, Instruction* pc)
    {
        var holder = fp[pc->C];
        if (!IsObject(holder))
        {
            return Throw(ErrorKind.TypeError, $"Cannot use 'in' operator to search for '{DescribeValue(fp + pc->B)}' in {DescribeValue(fp + pc->C)}");
        }

        if (TryIndex(fp + pc->B, out var index))
        {
            fp[pc->A] = Boolean(HasElement(holder, index));
            return Next;
        }

        if (!TryNameOfKey(fp + pc->B, out var name))
        {
            return FailConversion();
        }

        var isFound = HasNamed(holder, name);
        fp[pc->A] = Boolean(isFound);
        return !isFound && MissingBuiltIn(holder, name) is { } missing ? EndUnsupported(missing) : Next;
    }

    private bool HasNamed(long holder, int name)
    {
        if (Virtual(holder, name))
        {
            return true;
        }

        for (var at = holder; Tagged.IsPointer(at) && at != _state->Null; at = PrototypeOf(at))
        {
            if (_shapes.Find(ObjectLayout.ShapeIndex(*Object(at)), name) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private int InstanceOf(long* fp, Instruction* pc)
    {
        var type = fp[pc->C];
        if (!IsObject(type) || ObjectLayout.Kind(*Object(type)) != ObjectLayout.KindFunction)
        {
            return Throw(ErrorKind.TypeError, IsObject(type) ? "Right-hand side of 'instanceof' is not callable" : "Right-hand side of 'instanceof' is not an object");
        }

        if (!TryEnsurePrototype(type, out var prototype))
        {
            return Retry;
        }

        if (!IsObject(prototype))
        {
            return Throw(ErrorKind.TypeError, $"Function has non-object prototype '{DescribeWord(prototype)}' in instanceof check");
        }

        var at = fp[pc->B];
        var isInstance = false;
        while (IsObject(at) && !isInstance)
        {
            at = PrototypeOf(at);
            isInstance = at == prototype;
        }

        fp[pc->A] = Boolean(isInstance);
        return Next;
    }

    private long PrototypeOf(long word) => _shapes.Prototypes[_shapes.Shapes[ObjectLayout.ShapeIndex(*Object(word))].Prototype];
}
