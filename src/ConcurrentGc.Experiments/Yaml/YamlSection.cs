using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace ConcurrentGc.Experiments.Yaml;

/// <summary>
/// One mapping of a YAML file with typed, checked access. A key that is never asked for is an error at
/// <see cref="RefuseOtherKeys"/>; every error names file, line, column, key, what was found and what is allowed.
/// </summary>
internal sealed class YamlSection
{
    private readonly string _path;
    private readonly string _prefix;
    private readonly YamlMappingNode _mapping;
    private readonly List<string> _allowed = [];

    /// <summary>Wraps a mapping.</summary>
    /// <param name="path">The file as the user named it.</param>
    /// <param name="prefix">Key of the mapping with a final dot; empty at the top.</param>
    /// <param name="node">Must be a mapping.</param>
    public YamlSection(string path, string prefix, YamlNode node)
    {
        _path = path;
        _prefix = prefix;
        _mapping = node as YamlMappingNode
            ?? throw Problem(
                path, node, prefix.Length == 0 ? "file" : prefix[..^1], Shown(node), "a mapping of keys to values");
    }

    /// <summary>The mapping under a key.</summary>
    /// <param name="key">Must be there.</param>
    public YamlSection Section(string key) => new(_path, $"{_prefix}{key}.", Required(key, "a mapping of keys to values"));

    /// <summary>Whether a key is there; asking makes it an allowed one.</summary>
    /// <param name="key">May be there.</param>
    public bool Has(string key)
    {
        Allow(key);
        return _mapping.Children.ContainsKey(new YamlScalarNode(key));
    }

    /// <summary>The mappings in the list under a key.</summary>
    /// <param name="key">Must be there, with one entry at least.</param>
    public IReadOnlyList<YamlSection> Sections(string key)
    {
        const string allowed = "a list of mappings";
        var node = Required(key, allowed);
        return node is YamlSequenceNode { Children.Count: > 0 } list
            ? [.. list.Children.Select((each, index) => new YamlSection(_path, $"{_prefix}{key}[{index}].", each))]
            : throw At(node, key, Shown(node), allowed);
    }

    /// <summary>One of some words.</summary>
    /// <param name="key">Must be there.</param>
    /// <param name="words">The words.</param>
    /// <returns>Its place among them.</returns>
    public int Choice(string key, IReadOnlyList<string> words)
    {
        var allowed = string.Join(", ", words);
        var node = Required(key, allowed);
        for (var index = 0; index < words.Count; index++)
        {
            if (node is YamlScalarNode { Value: { } text } && string.Equals(text, words[index], StringComparison.Ordinal))
            {
                return index;
            }
        }

        var offer = node is YamlScalarNode { Value: { } found } ? NearestWord.Offer(found, words) : string.Empty;
        throw At(node, key, Shown(node) + offer, allowed);
    }

    /// <summary>A number that may have decimals.</summary>
    /// <param name="key">Must be there.</param>
    /// <param name="least">Smallest allowed.</param>
    /// <param name="most">Largest allowed.</param>
    public double Number(string key, double least, double most)
    {
        var allowed = string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}");
        var node = Required(key, allowed);
        return node is YamlScalarNode { Value: { } text }
            && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
            ? number
            : throw At(node, key, Shown(node), allowed);
    }

    /// <summary>A text of one word.</summary>
    /// <param name="key">Must be there.</param>
    public string Word(string key)
    {
        const string allowed = "a word of letters, digits, '-', '_' and '.'";
        var node = Required(key, allowed);
        return node is YamlScalarNode { Value: { Length: > 0 } text }
            && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')
            ? text
            : throw At(node, key, Shown(node), allowed);
    }

    /// <summary>A text.</summary>
    /// <param name="key">Must be there, and not empty.</param>
    public string Text(string key) => Text(key, static text => text);

    /// <summary>What a text stands for.</summary>
    /// <param name="key">Must be there, and not empty.</param>
    /// <param name="parse">Reads it; a <see cref="FormatException"/> says what it found and what is allowed.</param>
    /// <typeparam name="T">What it stands for.</typeparam>
    public T Text<T>(string key, Func<string, T> parse) => Parse(Required(key, "a text"), key, parse);

    /// <summary>What the texts of a list stand for.</summary>
    /// <param name="key">Must be there, with one entry at least.</param>
    /// <param name="parse">Reads one; a <see cref="FormatException"/> says what it found and what is allowed.</param>
    /// <typeparam name="T">What one stands for.</typeparam>
    public IReadOnlyList<T> Texts<T>(string key, Func<string, T> parse)
    {
        const string allowed = "a list of texts";
        var node = Required(key, allowed);
        return node is YamlSequenceNode { Children.Count: > 0 } list
            ? [.. list.Children.Select((each, index) => Parse(each, $"{key}[{index}]", parse))]
            : throw At(node, key, Shown(node), allowed);
    }

    /// <summary>A whole number.</summary>
    /// <param name="key">Must be there.</param>
    /// <param name="least">Smallest allowed.</param>
    /// <param name="most">Largest allowed.</param>
    public long Whole(string key, long least, long most)
    {
        var allowed = string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");
        var node = Required(key, allowed);
        return node is YamlScalarNode { Value: { } text }
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
            ? number
            : throw At(node, key, Shown(node), allowed);
    }

    /// <summary>A size in bytes, whole words of eight.</summary>
    /// <param name="key">Must be there.</param>
    /// <param name="least">Smallest allowed.</param>
    /// <param name="most">Largest allowed.</param>
    /// <param name="orZero">Whether zero is allowed too.</param>
    public long Bytes(string key, long least, long most, bool orZero = false)
    {
        const int word = 8;
        var zero = orZero ? "0 or " : string.Empty;
        var allowed = string.Create(CultureInfo.InvariantCulture, $"{zero}a multiple of {word} from {least} to {most}");
        var node = Required(key, allowed);
        return node is YamlScalarNode { Value: { } text }
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            && ((orZero && bytes == 0) || (bytes >= least && bytes <= most && bytes % word == 0))
            ? bytes
            : throw At(node, key, Shown(node), allowed);
    }

    /// <summary>A price: nanoseconds with at most three decimals.</summary>
    /// <param name="key">Must be there.</param>
    /// <param name="least">Smallest allowed.</param>
    /// <returns>Picoseconds, so that sums of prices are whole numbers on every platform.</returns>
    public long Picoseconds(string key, decimal least)
    {
        var allowed = string.Create(CultureInfo.InvariantCulture, $"nanoseconds from {least} to 1000000 with at most three decimals");
        const decimal most = 1_000_000m; // 9 * 10^12 units at this price still fit the clock
        var node = Required(key, allowed);
        if (node is YamlScalarNode { Value: { } text }
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var nanoseconds)
            && nanoseconds >= least && nanoseconds <= most)
        {
            var picoseconds = nanoseconds * 1000m;
            if (picoseconds == decimal.Truncate(picoseconds))
            {
                return (long)picoseconds;
            }
        }

        throw At(node, key, Shown(node), allowed);
    }

    /// <summary>Refuses every key that was not asked for so far.</summary>
    public void RefuseOtherKeys()
    {
        foreach (var (key, _) in _mapping.Children)
        {
            if (key is not YamlScalarNode { Value: { } name } || !_allowed.Contains(name, StringComparer.Ordinal))
            {
                var allowed = $"allowed: {string.Join(", ", _allowed)}";
                var offer = key is YamlScalarNode { Value: { } found } ? NearestWord.Offer(found, _allowed) : string.Empty;
                throw InvalidInputException.At(
                    _path, key.Start.Line, key.Start.Column,
                    $"{_prefix}{Shown(key)}: unknown key{(offer.Length > 0 ? $"{offer} ({allowed})" : $", {allowed}")}");
            }
        }
    }

    /// <summary>An error at a key of this section that concerns its value's relation to others.</summary>
    /// <param name="key">A key that was read before.</param>
    /// <param name="found">What the file says.</param>
    /// <param name="allowed">What it may say.</param>
    public InvalidInputException Invalid(string key, string found, string allowed) =>
        At(_mapping.Children[new YamlScalarNode(key)], key, found, allowed);

    private void Allow(string key)
    {
        if (!_allowed.Contains(key, StringComparer.Ordinal))
        {
            _allowed.Add(key);
        }
    }

    private YamlNode Required(string key, string allowed)
    {
        Allow(key);
        return _mapping.Children.TryGetValue(new YamlScalarNode(key), out var node)
            ? node
            : throw At(_mapping, key, "nothing", allowed);
    }

    private T Parse<T>(YamlNode node, string key, Func<string, T> parse)
    {
        if (node is not YamlScalarNode { Value: { } text } || string.IsNullOrWhiteSpace(text))
        {
            throw At(node, key, Shown(node), "a text");
        }

        try
        {
            return parse(text);
        }
        catch (FormatException problem)
        {
            throw InvalidInputException.At(_path, node.Start.Line, node.Start.Column, $"{_prefix}{key}: {problem.Message}");
        }
    }

    private InvalidInputException At(YamlNode node, string key, string found, string allowed) =>
        Problem(_path, node, _prefix + key, found, allowed);

    private static InvalidInputException Problem(
        string path, YamlNode node, string key, string found, string allowed) =>
        InvalidInputException.At(
            path, node.Start.Line, node.Start.Column, $"{key}: found {found}, allowed: {allowed}");

    private static string Shown(YamlNode node) => node switch
    {
        YamlScalarNode { Value: null or "" } => "nothing",
        YamlScalarNode { Value: { Length: > 40 } text } => $"'{text[..40]}...'",
        YamlScalarNode { Value: { } text } => $"'{text}'",
        YamlSequenceNode => "a list",
        _ => "a mapping",
    };
}
