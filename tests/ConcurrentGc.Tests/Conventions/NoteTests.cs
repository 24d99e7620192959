using System.Text.RegularExpressions;
using Xunit;

namespace ConcurrentGc.Tests.Conventions;

/// <summary>A long argument stands once, under <c>Note [Title].</c> at the code that would break; elsewhere it is named.</summary>
public sealed partial class NoteTests
{
    private static readonly ILookup<string, string> _definitions = Repository.Files("src", ".cs")
        .SelectMany(path => Definition().Matches(Repository.Read(path)).Select(match => (Title: match.Groups["title"].Value, Path: path)))
        .ToLookup(note => note.Title, note => note.Path, StringComparer.Ordinal);

    [Fact]
    public void Every_note_is_written_once()
    {
        var twice = _definitions.Where(note => note.Count() > 1).Select(note => $"{note.Key}: {string.Join(", ", note)}");

        Assert.NotEmpty(_definitions);
        Assert.Empty(twice);
    }

    [Fact]
    public void Every_note_that_is_named_exists()
    {
        var unknown = Mentions().Where(mention => !_definitions.Contains(mention.Title)).Select(mention => $"{mention.Path}: {mention.Title}");

        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_note_is_named_where_something_depends_on_it()
    {
        var mentions = Mentions().ToLookup(mention => mention.Title, StringComparer.Ordinal);

        // Its own title is the first.
        Assert.Empty(_definitions.Where(note => mentions[note.Key].Count() < 2).Select(note => note.Key));
    }

    private static IEnumerable<(string Path, string Title)> Mentions() => Repository.Files("", ".cs", ".md", ".txt", ".yaml", ".conf")
        .Where(path => !path.EndsWith($"{nameof(NoteTests)}.cs", StringComparison.Ordinal))
        .SelectMany(path => Mention().Matches(Unwrapped(Repository.Read(path))).Select(match => (path, match.Groups["title"].Value)));

    /// <summary>A title may be broken over two lines of a comment.</summary>
    private static string Unwrapped(string text) => LineBreak().Replace(text, " ");

    [GeneratedRegex(@"^\s*// Note \[(?<title>[^\]]+)\]\.\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Definition();

    [GeneratedRegex(@"Note \[(?<title>[^\]\r\n]+)\]", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Mention();

    [GeneratedRegex(@"\s*\n\s*(///?|#)?\s*", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex LineBreak();
}
