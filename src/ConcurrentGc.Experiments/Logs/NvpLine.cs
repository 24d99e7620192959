using System.Text.RegularExpressions;

namespace ConcurrentGc.Experiments.Logs;

/// <summary>A line that V8 printed under <c>--trace-gc-nvp</c>, cut into its fields.</summary>
/// <param name="Number">One-based line of the text.</param>
/// <param name="Fields">Words after the equals signs, by name.</param>
internal sealed partial record NvpLine(int Number, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>All such lines of a text in order; others are skipped.</summary>
    /// <param name="text">What the process printed.</param>
    public static IEnumerable<NvpLine> All(string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (Head().IsMatch(line))
            {
                yield return new NvpLine(number, FieldsOf(line));
            }
        }
    }

    [GeneratedRegex(@"^\[\d+:0x[0-9a-f]+\]\s+\d+ ms: pause=", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Head();

    private static Dictionary<string, string> FieldsOf(string line)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                fields[word[..equals]] = word[(equals + 1)..].Trim();
            }
        }

        return fields;
    }
}
