using Xunit;

namespace ConcurrentGc.Tests.Conventions;

public sealed class LayoutTests
{
    private static readonly string[] _topLevel =
    [
        "ConcurrentGc.sln", "Directory.Build.props", "Directory.Packages.props", "README.md", "config", "global.json", "src", "tests",
    ];

    private static readonly string[] _drawers = ["Util", "Utils", "Utilities", "Common", "Helpers", "Managers", "Misc"];

    [Fact]
    public void The_top_level_holds_the_solution_the_readme_three_folders_and_settings()
    {
        var entries = Directory.EnumerateFileSystemEntries(Repository.Root)
            .Select(path => Path.GetFileName(path))
            .Where(name => !name.StartsWith('.'));

        Assert.Equal(_topLevel, entries.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void No_folder_is_a_drawer_for_everything()
    {
        var folders = Repository.Files("src").Concat(Repository.Files("tests"))
            .SelectMany(path => path.Split('/').SkipLast(1))
            .Distinct(StringComparer.Ordinal);

        Assert.Empty(folders.Intersect(_drawers, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_script_of_all_checks_can_be_run()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // files there have no such bit
        }

        Assert.True(File.GetUnixFileMode(Repository.PathOf(".ci/run")).HasFlag(UnixFileMode.UserExecute));
    }
}
