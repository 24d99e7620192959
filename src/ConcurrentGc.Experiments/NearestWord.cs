namespace ConcurrentGc.Experiments;

/// <summary>Finds what a mistyped word may have meant.</summary>
public static class NearestWord
{
    /// <summary>The allowed word with the fewest insertions, deletions and replacements.</summary>
    /// <param name="found">What was typed.</param>
    /// <param name="allowed">What may be typed; of equally near words the first wins.</param>
    /// <returns>Null when even the nearest has less than two thirds in common.</returns>
    public static string? To(string found, IEnumerable<string> allowed)
    {
        string? nearest = null;
        var least = Math.Max(2, found.Length / 3) + 1;
        foreach (var word in allowed)
        {
            // Words whose lengths alone differ by more cannot be nearer; long nonsense costs nothing.
            if (Math.Abs(word.Length - found.Length) >= least)
            {
                continue;
            }

            var distance = Distance(found, word);
            if (distance < least)
            {
                least = distance;
                nearest = word;
            }
        }

        return nearest;
    }

    /// <summary>The end of a message that offers the nearest word; empty when none is near.</summary>
    /// <param name="found">What was typed.</param>
    /// <param name="allowed">What may be typed.</param>
    public static string Offer(string found, IEnumerable<string> allowed) =>
        To(found, allowed) is { } nearest ? $"; did you mean {nearest}?" : string.Empty;

    private static int Distance(string left, string right)
    {
        var above = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var row = 1; row <= left.Length; row++)
        {
            var diagonal = above[0];
            above[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var replaced = diagonal + (left[row - 1] == right[column - 1] ? 0 : 1);
                diagonal = above[column];
                above[column] = Math.Min(replaced, 1 + Math.Min(above[column - 1], above[column]));
            }
        }

        return above[right.Length];
    }
}
