using System.Text.RegularExpressions;
using ConcurrentGc.Orinoco.Recording;
using Xunit;

namespace ConcurrentGc.Tests.Conventions;

/// <summary>Glossary and architecture page name types and members; a renamed one must be renamed there too.</summary>
public sealed partial class IdentifierTests
{
    public static TheoryData<string> Terms => [.. Document.Read("src/GLOSSARY.md").Rows.Select(row => string.Join(" | ", row))];

    [Theory]
    [MemberData(nameof(Terms))]
    public void Every_term_of_the_glossary_has_a_meaning_and_an_identifier_that_exists(string row)
    {
        var cells = row.Split(" | ");

        Assert.Equal(3, cells.Length);
        Assert.All(cells, Assert.NotEmpty);
        Assert.Empty(Unknown(Span().Matches(cells[2]).Select(match => match.Groups["code"].Value)));
    }

    [Fact]
    public void Every_term_of_the_glossary_stands_there_once()
    {
        var terms = Document.Read("src/GLOSSARY.md").Rows.Select(row => row[0]).ToList();

        Assert.Equal(terms.Distinct(StringComparer.OrdinalIgnoreCase), terms, StringComparer.Ordinal);
    }

    [Fact]
    public void Every_identifier_of_the_architecture_page_exists()
    {
        var identifiers = Document.Read("src/ARCHITECTURE.md").Spans.Where(span => Identifier().IsMatch(span));

        Assert.Empty(Unknown(identifiers));
    }

    [Fact]
    public void Every_file_of_the_architecture_page_exists()
    {
        var files = Repository.Files("src").Concat(Repository.Files("tests")).Concat(Repository.Files("config")).ToList();
        var missing = Document.Read("src/ARCHITECTURE.md").Spans
            .Where(span => SourcePath().IsMatch(span))
            .Where(span => !files.Exists(file => $"/{file}".Contains($"/{span}", StringComparison.Ordinal)));

        Assert.Empty(missing);
    }

    private static IEnumerable<string> Unknown(IEnumerable<string> identifiers) =>
        identifiers.Where(identifier => !ProductTypes.Names.Contains(identifier.Split('<')[0])
            && !Enum.IsDefined(typeof(CollectionPhase), identifier) // V8's scope names stand alone
            && !ProductTypes.Assemblies.Any(assembly => string.Equals(assembly.GetName().Name, identifier, StringComparison.Ordinal)));

    [GeneratedRegex(@"`(?<code>[^`]+)`", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Span();

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]+(\.[A-Z][A-Za-z0-9]+)*(<\w+>)?$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^[\w.\-]+(/[\w.\-]*)+$|^\w[\w.\-]*\.(cs|js|yaml|conf|md|txt)$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex SourcePath();
}
