using System.Reflection;
using Xunit;

namespace ConcurrentGc.Tests.Conventions;

public sealed class ProjectReferenceTests
{
    // Dependencies point one way. A new project gets a line here.
    private static readonly Dictionary<string, string[]> _allowed = new(StringComparer.Ordinal)
    {
        ["Heap"] = [],
        ["Orinoco"] = ["Heap"],
        ["Actors"] = ["Heap", "Orinoco"],
        ["JavaScript"] = ["Heap", "Orinoco"],
        ["Exploration"] = ["Heap", "Orinoco"],
        ["Experiments"] = ["Heap", "Orinoco", "Actors", "Exploration"],
        ["Cli"] = ["Heap", "Orinoco", "Actors", "JavaScript", "Exploration", "Experiments"],
    };

    // Beside the base class library. Actors, Experiments and Cli may use what Directory.Packages.props pins.
    private static readonly Dictionary<string, string[]> _packages = new(StringComparer.Ordinal)
    {
        ["Heap"] = ["System.IO.Hashing"],
        ["Orinoco"] = [],
        ["JavaScript"] = ["Acornima"],
        ["Exploration"] = ["System.IO.Hashing"],
    };

    public static TheoryData<string> Projects => [.. Repository.SourceProjects.Keys];

    public static TheoryData<string> PureProjects => [.. _packages.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_projects_below_it(string project)
    {
        var references = Repository.Items(Repository.SourceProjects[project], "ProjectReference").Select(Repository.ProjectName);

        Assert.True(_allowed.ContainsKey(project), $"{project} has no line in this test.");
        Assert.Empty(references.Except(_allowed[project], StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(PureProjects))]
    public void Heap_roles_JavaScript_and_exploration_use_no_package_but_the_listed_ones(string project)
    {
        var packages = Repository.Items(Repository.SourceProjects[project], "PackageReference");

        Assert.Equal(_packages[project], packages, StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(PureProjects))]
    public void The_assemblies_of_heap_roles_JavaScript_and_exploration_reference_neither_Akka_nor_logging(string project)
    {
        var references = Assembly.Load($"ConcurrentGc.{project}").GetReferencedAssemblies().Select(name => name.Name!);
        var allowed = _allowed[project].Select(name => $"ConcurrentGc.{name}").Concat(_packages[project]);

        Assert.Empty(references.Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).Except(allowed, StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_actors_project_names_Akka_among_its_packages()
    {
        var users = Repository.SourceProjects
            .Where(project => Repository.Items(project.Value, "PackageReference")
                .Any(package => package.StartsWith("Akka", StringComparison.Ordinal)))
            .Select(project => project.Key);

        Assert.Equal("Actors", Assert.Single(users));
    }

    [Fact]
    public void The_solution_holds_every_project()
    {
        var solution = Repository.Read("ConcurrentGc.sln").Replace('\\', '/');

        Assert.All(
            Repository.Files("", ".csproj"),
            path => Assert.Contains($"\"{path}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_project_has_a_lock_file()
    {
        var files = Repository.Files("");
        var missing = files
            .Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(path => $"{Path.GetDirectoryName(path)!.Replace('\\', '/')}/packages.lock.json")
            .Except(files, StringComparer.Ordinal);

        Assert.Empty(missing);
        Assert.Contains(
            "<RestorePackagesWithLockFile>true<", Repository.Read("Directory.Build.props"), StringComparison.Ordinal);
    }
}
