using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Xunit;

namespace ConcurrentGc.Tests.Conventions;

/// <summary>No wall clock, no unseeded number, no thread in what decides or is recorded.</summary>
public sealed class ClockTests
{
    // These host or measure runs; nothing in them decides what a role does.
    private static readonly string[] _timedProjects = ["Actors", "Cli"];

    private static readonly string[] _analyzers =
        ["Meziantou.Analyzer", "Microsoft.CodeAnalysis.BannedApiAnalyzers", "Roslynator.Analyzers"];

    public static TheoryData<string> TimelessProjects => [.. Repository.SourceProjects.Keys.Except(_timedProjects, StringComparer.Ordinal)];

    [Fact]
    public void Only_hosts_and_command_line_may_look_at_the_clock()
    {
        var exempt = Repository.SourceProjects
            .Where(project => project.Value.Descendants("AllowsRealTime").Any())
            .Select(project => project.Key);

        Assert.Equal(_timedProjects, exempt.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TimelessProjects))]
    public void A_compiled_project_names_no_banned_symbol(string project)
    {
        var banned = File.ReadLines(Repository.PathOf("src/BannedSymbols.txt")).Select(BannedMember.Parse).ToList();
        using var file = new PEReader(File.OpenRead(Assembly.Load($"ConcurrentGc.{project}").Location));
        var assembly = file.GetMetadataReader();

        Assert.NotEmpty(banned);
        Assert.DoesNotContain(banned, symbol => symbol.IsUsedIn(assembly));
    }

    [Fact]
    public void The_check_of_compiled_projects_sees_what_is_there()
    {
        using var file = new PEReader(File.OpenRead(ProductTypes.Actors.Location));
        var assembly = file.GetMetadataReader();

        Assert.True(BannedMember.Parse("T:System.Diagnostics.Stopwatch;").IsUsedIn(assembly));
        Assert.True(BannedMember.Parse("P:System.Threading.Tasks.TaskCompletionSource.Task;").IsUsedIn(assembly));
        Assert.False(BannedMember.Parse("M:System.Random.#ctor;").IsUsedIn(assembly));
    }

    [Fact]
    public void The_analyzers_run_on_every_project_and_their_warnings_are_errors()
    {
        var packages = XDocument.Parse(Repository.Read("Directory.Packages.props"));
        var settings = XDocument.Parse(Repository.Read("Directory.Build.props"));

        Assert.Empty(_analyzers.Except(Repository.Items(packages, "GlobalPackageReference"), StringComparer.Ordinal));
        Assert.Equal("true", settings.Descendants("TreatWarningsAsErrors").Single().Value);
        Assert.Contains("BannedSymbols.txt", Repository.Read("src/Directory.Build.props"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_silences_the_check_for_banned_symbols()
    {
        var silencers = Repository.Files("src", ".cs", ".csproj", ".props").Append(".editorconfig").Append("Directory.Build.props")
            .Where(path => Repository.Read(path).Contains("RS0030", StringComparison.Ordinal));

        Assert.Empty(silencers);
    }
}
