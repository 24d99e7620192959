using ConcurrentGc.Tests.Conventions;
using Xunit;

namespace ConcurrentGc.Tests.Support;

/// <summary>Texts that were read and approved once. <c>UPDATE_GOLDEN=1</c> rewrites them; the diff is the review.</summary>
internal static class Golden
{
    /// <summary>Fails when a text is not the approved one, which lies in the area's folder Golden.</summary>
    public static void Matches(string name, string text, string area = "Cli")
    {
        var path = Repository.PathOf($"tests/ConcurrentGc.Tests/{area}/Golden/{name}.approved.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);
    }
}
