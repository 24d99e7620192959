using ConcurrentGc.Tests.Conventions;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

/// <summary>Texts that were read and approved once. <c>UPDATE_GOLDEN=1</c> rewrites them; the diff is the review.</summary>
internal static class Golden
{
    /// <summary>Fails when a text is not the approved one.</summary>
    public static void Matches(string name, string text)
    {
        var path = Repository.PathOf($"tests/ConcurrentGc.Tests/Cli/Golden/{name}.approved.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);
    }
}
