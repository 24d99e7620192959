using ConcurrentGc.JavaScript.Bytecode;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>The plus sign, and strings made from numbers.</summary>
internal sealed unsafe partial class Machine
{
    /// <summary>Characters above which a text made of a value may not be a regular object.</summary>
    private const int LongText = 32_000;

    private int Add(long* fp, Instruction* pc)
    {
        if (TryNumber(fp + pc->B, out var left) && TryNumber(fp + pc->C, out var right))
        {
            return TrySetDouble(fp + pc->A, left + right) ? Next : Retry;
        }

        return AddRegisters(fp, pc, fp + pc->B, fp + pc->C);
    }

    private int AddValues(long* fp, Instruction* pc, long left, long right) => AddRegisters(fp, pc, &left, &right);

    private int AddRegisters(long* fp, Instruction* pc, long* left, long* right)
    {
        var isText = IsText(*left) || IsText(*right) || IsObject(*left) || IsObject(*right);
        if (!isText)
        {
            return TryToNumber(left, out var first) && TryToNumber(right, out var second)
                ? TrySetNumber(fp + pc->A, first + second) ? Next : Retry
                : FailConversion();
        }

        string? leftText = null;
        string? rightText = null;
        if ((!IsText(*left) && !TryText(left, out leftText)) || (!IsText(*right) && !TryText(right, out rightText)))
        {
            return FailConversion();
        }

        return Concatenate(fp, pc, *left, leftText, *right, rightText);
    }

    /// <summary>Joins two strings of which one may still have to be made from a managed text.</summary>
    private int Concatenate(long* fp, Instruction* pc, long left, string? leftText, long right, string? rightText)
    {
        var newBytes = NewTextBytes(leftText) + NewTextBytes(rightText);
        var length = (long)(leftText?.Length ?? TextLength(left)) + (rightText?.Length ?? TextLength(right));
        if (length > ObjectLayout.MaximumStringLength)
        {
            return Throw(ErrorKind.RangeError, "Invalid string length");
        }

        if (leftText?.Length > LongText || rightText?.Length > LongText)
        {
            return SetText(fp + pc->A, (leftText ?? TextOf(left)) + (rightText ?? TextOf(right)));
        }

        if (!HasRoom(newBytes + Math.Max(TextBytes(ObjectLayout.MinimumRopeLength, isOneByte: false), 4 * 8)))
        {
            return Retry;
        }

        left = leftText is null ? left : MakeReserved(leftText);
        right = rightText is null ? right : MakeReserved(rightText);
        fp[pc->A] = JoinReserved(left, right, (int)length);
        return Next;
    }

    private long NewTextBytes(string? text) =>
        text is null || TryKnownText(text, out _) ? 0 : TextBytes(text.Length, IsOneByte(text.AsSpan()));

    private long MakeReserved(string text)
    {
        if (TryKnownText(text, out var word) || TryCachedNumber(text, out word))
        {
            return word;
        }

        var isOneByte = IsOneByte(text.AsSpan());
        FillText(Allocate(TextBytes(text.Length, isOneByte), out word), text, isOneByte);
        CacheNumber(text, word);
        return word;
    }

    private long JoinReserved(long left, long right, int length)
    {
        if (TextLength(left) == 0)
        {
            return right;
        }

        if (TextLength(right) == 0)
        {
            return left;
        }

        var isOneByte = IsOneByte(left) && IsOneByte(right);
        long word;
        if (length < ObjectLayout.MinimumRopeLength)
        {
            Span<char> joined = stackalloc char[length];
            CopyText(left, 0, joined[..TextLength(left)]);
            CopyText(right, 0, joined[TextLength(left)..]);
            FillText(Allocate(TextBytes(length, isOneByte), out word), joined, isOneByte);
            return word;
        }

        var cons = Allocate(32, out word);
        cons[0] = ObjectLayout.ConsHeader;
        cons[1] = ((long)length << 32) | (isOneByte ? 0L : 2L);
        cons[2] = left;
        cons[3] = right;
        return word;
    }
}
