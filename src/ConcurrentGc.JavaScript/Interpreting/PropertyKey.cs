namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Property keys that are array indexes.</summary>
internal static class PropertyKey
{
    /// <summary>Whether a name is an array index: a decimal number below 2^32 - 1 in its shortest form.</summary>
    /// <param name="name">A property name.</param>
    /// <param name="index">The number.</param>
    public static bool TryIndex(string name, out long index)
    {
        index = 0;
        if (name.Length is 0 or > 10 || (name[0] == '0' && name.Length > 1))
        {
            return false;
        }

        foreach (var digit in name)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            index = (index * 10) + digit - '0';
        }

        return index < uint.MaxValue;
    }
}
