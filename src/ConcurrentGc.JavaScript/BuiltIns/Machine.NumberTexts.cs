using System.Globalization;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>The cache of the texts of small integers, as V8's number string cache.</summary>
internal sealed unsafe partial class Machine
{
    private bool TryCachedNumber(string text, out long word)
    {
        word = 0;
        if (!TrySmallInteger(text, out var number))
        {
            return false;
        }

        var entry = NumberEntry(number);
        word = entry[1];
        return entry[0] == Tagged.SmallInteger(number) && word != Tagged.Zero;
    }

    private void CacheNumber(string text, long word)
    {
        if (TrySmallInteger(text, out var number))
        {
            var entry = NumberEntry(number);
            entry[0] = Tagged.SmallInteger(number);
            StoreWithBarrier(entry + 1, word);
        }
    }

    private static bool TrySmallInteger(string text, out int number)
    {
        number = 0;
        return text.Length is (> 1 and <= 11) && text[0] is ('-' or (>= '1' and <= '9'))
            && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    private long* NumberEntry(int number) =>
        Object(_constants[_text.RealmConstants + Realm.NumberTexts]) + 2 + (2 * (number & (Realm.NumberTextEntries - 1)));
}
