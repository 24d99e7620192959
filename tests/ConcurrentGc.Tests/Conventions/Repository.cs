using System.Xml.Linq;

namespace ConcurrentGc.Tests.Conventions;

/// <summary>The files of the repository that the tests were built from; what a build makes is left out.</summary>
internal static class Repository
{
    private static readonly string[] _builtFolders = [".git", ".artifacts", "bin", "obj", "TestResults"];

    /// <summary>The folder with the solution, above the folder of the test assembly.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The projects of <c>src</c>, by name without the common prefix.</summary>
    public static IReadOnlyDictionary<string, XDocument> SourceProjects { get; } = Files("src", ".csproj")
        .ToDictionary(path => ProjectName(path), path => XDocument.Load(PathOf(path)), StringComparer.Ordinal);

    /// <summary>The absolute path of a file.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>The text of a file, given by its path from the root.</summary>
    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>Files under a folder, paths from the root with forward slashes, in order.</summary>
    /// <param name="folder">From the root; empty: all.</param>
    /// <param name="endings">What names may end in; none: anything.</param>
    public static IReadOnlyList<string> Files(string folder, params string[] endings)
    {
        var found = new List<string>();
        Collect(new DirectoryInfo(Path.Combine(Root, folder)), found);
        return
        [
            .. found
                .Where(path => endings.Length == 0 || endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The name of a project without folder, ending and common prefix.</summary>
    public static string ProjectName(string path) =>
        Path.GetFileNameWithoutExtension(path).Replace("ConcurrentGc.", "", StringComparison.Ordinal);

    /// <summary>What the items of one kind in a project include.</summary>
    public static IEnumerable<string> Items(XDocument project, string kind) =>
        project.Descendants(kind).Select(item => item.Attribute("Include")!.Value);

    private static void Collect(DirectoryInfo folder, List<string> found)
    {
        found.AddRange(folder.EnumerateFiles().Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/')));
        foreach (var inner in folder.EnumerateDirectories())
        {
            if (!_builtFolders.Contains(inner.Name, StringComparer.Ordinal))
            {
                Collect(inner, found);
            }
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ConcurrentGc.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside their repository.");
        }

        return folder.FullName;
    }
}
