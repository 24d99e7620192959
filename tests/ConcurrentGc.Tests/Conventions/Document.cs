using System.Text.RegularExpressions;

namespace ConcurrentGc.Tests.Conventions;

/// <summary>A page of the documentation: its code, its links, its tables.</summary>
internal sealed partial record Document(string Path, string Text)
{
    /// <summary>All pages.</summary>
    public static IReadOnlyList<Document> All { get; } = [.. Repository.Files("", ".md").Select(Read)];

    /// <summary>The lines of fenced code blocks.</summary>
    public IEnumerable<string> BlockLines => Fence().Matches(Text).SelectMany(match => match.Groups["lines"].Value.Split('\n'));

    /// <summary>Code inside running text and tables.</summary>
    public IEnumerable<string> Spans => Span().Matches(Prose).Select(match => match.Groups["code"].Value);

    /// <summary>Targets of links to other files, without what follows a hash sign.</summary>
    public IEnumerable<(string File, string Heading)> Links => Link().Matches(Prose)
        .Select(match => match.Groups["target"].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal))
        .Select(target => target.Split('#') is [var file, var heading] ? (file, heading) : (target, ""));

    /// <summary>The headings as links name them.</summary>
    public IReadOnlySet<string> Anchors => Heading().Matches(Prose)
        .Select(match => NotInAnchor().Replace(match.Groups["title"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The rows of all tables, as cells; header and ruler left out.</summary>
    public IEnumerable<IReadOnlyList<string>> Rows => TableBody().Matches(Prose)
        .SelectMany(match => match.Groups["rows"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        .Select(row => (IReadOnlyList<string>)[.. row.Trim().Trim('|').Split(" | ").Select(cell => cell.Trim())]);

    private string Prose => Fence().Replace(Text, "");

    /// <summary>Reads a page.</summary>
    public static Document Read(string path) => new(path, Repository.Read(path));

    [GeneratedRegex(@"^```\w*\n(?<lines>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"`(?<code>[^`\n]+)`", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Span();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<title>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, 10_000)]
    private static partial Regex NotInAnchor();

    [GeneratedRegex(@"^\|[-:| ]+\|\n(?<rows>(\|.*\n?)+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex TableBody();
}
