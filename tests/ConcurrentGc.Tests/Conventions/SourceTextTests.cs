using System.Text.RegularExpressions;
using Xunit;

namespace ConcurrentGc.Tests.Conventions;

public sealed partial class SourceTextTests
{
    private const int MostLines = 400;

    // A longer file needs a reason why cutting it would make it harder to read.
    private static readonly Dictionary<string, string> _longFiles = new(StringComparer.Ordinal)
    {
        ["src/ConcurrentGc.JavaScript/Interpreting/Machine.Loop.cs"] =
            "The bytecode loop is one method with a case an instruction: the JIT keeps its registers only there.",
    };

    // Everybody else goes through SharedHeap, whose operations are named, counted and in the ownership table.
    private static readonly Dictionary<string, string> _atomicFiles = new(StringComparer.Ordinal)
    {
        ["src/ConcurrentGc.Heap/SharedHeap.Accesses.cs"] = "It is the one type that offers atomic operations on the heap's words.",
        ["src/ConcurrentGc.Heap/Memory/SideRegion.cs"] =
            "Handing out side regions is a counter that only grows; who gets which region changes nothing that is observed.",
    };

    public static TheoryData<string> LockFreeProjects => ["ConcurrentGc.Heap", "ConcurrentGc.Orinoco", "ConcurrentGc.JavaScript"];

    [Fact]
    public void No_source_file_is_longer_than_400_lines_without_a_reason()
    {
        var tooLong = Repository.Files("src", ".cs")
            .Where(path => !_longFiles.ContainsKey(path))
            .Select(path => (Path: path, Lines: File.ReadLines(Repository.PathOf(path)).Count()))
            .Where(file => file.Lines > MostLines);

        Assert.Empty(tooLong);
    }

    [Theory]
    [MemberData(nameof(LockFreeProjects))]
    public void Only_the_shared_heap_uses_atomic_operations(string project)
    {
        var users = Repository.Files($"src/{project}", ".cs").Where(path => Atomic().IsMatch(Repository.Read(path)));

        Assert.Empty(users.Except(_atomicFiles.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_exception_for_atomic_operations_is_needed() =>
        Assert.All(_atomicFiles.Keys, path => Assert.Matches(Atomic(), Repository.Read(path)));

    [Fact]
    public void Nothing_is_left_for_later_and_no_test_is_skipped()
    {
        var leftovers = Repository.Files("", ".cs", ".md", ".js", ".yaml", ".conf", ".json", ".props", ".csproj", "run")
            .Where(path => !path.EndsWith($"{nameof(SourceTextTests)}.cs", StringComparison.Ordinal))
            .SelectMany(path => File.ReadLines(Repository.PathOf(path)).Select((line, index) => (Place: $"{path}:{index + 1}", Line: line)))
            .Where(line => Leftover().IsMatch(line.Line))
            .Select(line => line.Place);

        Assert.Empty(leftovers);
    }

    [Fact]
    public void One_type_a_file_and_the_file_is_named_like_it()
    {
        var misnamed = Repository.Files("src", ".cs")
            .Select(path => (Path: path, Types: TopLevelType().Matches(Repository.Read(path)).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToList()))
            .Where(file => file.Types.Count > 1 || (file.Types.Count == 1 && !string.Equals(file.Types[0], Path.GetFileName(file.Path).Split('.')[0], StringComparison.Ordinal)))
            .Select(file => $"{file.Path}: {string.Join(", ", file.Types)}");

        Assert.Empty(misnamed);
    }

    [GeneratedRegex(@"\b(Interlocked|Volatile)\.|\bvolatile\b|\bMemoryBarrier\b|\block\s*\(", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Atomic();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException|\bSkip\s*=\s*""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Leftover();

    // Only a type that stands at the start of a line is not nested.
    [GeneratedRegex(@"^(?! )[a-z ]*\b(class|struct|interface|enum|record)( struct)? (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex TopLevelType();
}
