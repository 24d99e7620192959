using System.Text;
using ConcurrentGc.JavaScript.BuiltIns;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Lines of console.log, and the formats in its first argument.</summary>
/// <remarks>Source: Node 20, lib/internal/util/inspect.js: formatWithOptions.</remarks>
internal sealed unsafe partial class Machine
{
    private const int HiddenInspectDepth = 4;

    private string FormatLine(long* frame, int count)
    {
        var line = new StringBuilder();
        var next = 1;
        if (count > 1 && IsText(frame[1]) && TextOf(frame[1]) is var first && first.Contains('%'))
        {
            AppendFormatted(line, first, frame, count, ref next);
            next++;
        }

        for (; next <= count; next++)
        {
            line.Append(next == 1 ? string.Empty : " ").Append(FormatArgument(frame + next));
        }

        return line.Append('\n').ToString();
    }

    private string FormatArgument(long* register)
    {
        var word = *register;
        return TryNumber(register, out var number) ? InspectNumber(number)
            : IsText(word) ? TextOf(word)
            : IsObject(word) ? Inspect(word) : OddballText(word);
    }

    /// <summary>Appends a text in which formats stand for the arguments that follow it.</summary>
    /// <param name="line">Where to.</param>
    /// <param name="text">The text.</param>
    /// <param name="frame">The arguments.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="used">The last argument that was used.</param>
    private void AppendFormatted(StringBuilder line, string text, long* frame, int count, ref int used)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%' || i + 1 == text.Length)
            {
                line.Append(text[i]);
                continue;
            }

            i++;
            if (text[i] == '%')
            {
                line.Append('%');
            }
            else if (used < count && text[i] is 's' or 'd' or 'i' or 'f' or 'j' or 'o' or 'O' or 'c')
            {
                used++;
                line.Append(FormatAs(text[i], frame + used));
            }
            else
            {
                line.Append('%').Append(text[i]);
            }
        }
    }

    private string FormatAs(char format, long* register)
    {
        switch (format)
        {
            case 's':
                return FormatText(register);
            case 'd':
                return TryToNumber(register, out var number) ? InspectNumber(number) : NoteBadArgument();
            case 'i':
                return TryText(register, out var digits) ? InspectNumber(NumberConversion.ParseInteger(digits, 0)) : NoteBadArgument();
            case 'f':
                return TryText(register, out var decimals) ? InspectNumber(NumberConversion.ParseFloat(decimals)) : NoteBadArgument();
            case 'O':
                return InspectRegister(register, new InspectionState(InspectDepth, showsHidden: false));
            case 'o' when !IsObject(*register) || KindOf(*register) is ObjectLayout.KindArray or ObjectLayout.KindObject:
                return InspectRegister(register, new InspectionState(HiddenInspectDepth, showsHidden: true));
            case 'c':
                return string.Empty;
            default:
                _failure = TextFailure.Format;
                return NoteBadArgument();
        }
    }

    private string FormatText(long* register)
    {
        if (TryNumber(register, out var number))
        {
            return InspectNumber(number);
        }

        return IsObject(*register) && KindOf(*register) != ObjectLayout.KindFunction && !HasOwnText(*register)
            ? Inspect(*register, 0, new InspectionState(0, showsHidden: false))
            : TryText(register, out var text) ? text : NoteBadArgument();
    }

    private bool HasOwnText(long word) => IsWritten(PeekNamed(word, Realm.NameToString));

    private string InspectRegister(long* register, InspectionState state) =>
        TryNumber(register, out var number) ? InspectNumber(number) : Inspect(*register, 0, state);

    private string NoteBadArgument()
    {
        _hasBadArgument = true;
        return string.Empty;
    }
}
