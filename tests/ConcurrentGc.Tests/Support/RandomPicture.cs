using System.Globalization;

namespace ConcurrentGc.Tests.Support;

/// <summary>Texts of small random heaps for <see cref="DrawnHeap"/>: every kind of object, dead ones, cycles, several roots.</summary>
internal static class RandomPicture
{
    private static readonly string[] _kinds =
        ["young", "young", "young", "young", "intermediate", "intermediate", "old", "old", "new-large", "large", "code"];

    public static string Of(ulong seed, int objects)
    {
        var random = new SeededRandom(seed);
        var statements = new List<string> { "root -> n0" };
        for (var i = 0; i < objects; i++)
        {
            var kind = i == 0 ? "young" : _kinds[random.Next(_kinds.Length)];
            var isLarge = kind.EndsWith("large", StringComparison.Ordinal);
            var fields = isLarge ? 32 + random.Next(90) : random.Next(4) == 0 ? 1 + random.Next(31) : 1 + random.Next(4);
            statements.Add(string.Create(CultureInfo.InvariantCulture, $"n{i} {kind} {fields}"));
            for (var edge = random.Next(4); edge > 0; edge--)
            {
                statements.Add(string.Create(
                    CultureInfo.InvariantCulture, $"n{i}.{random.Next(fields)} -> n{random.Next(objects)}"));
            }

            if (random.Next(8) == 0)
            {
                statements.Add(string.Create(CultureInfo.InvariantCulture, $"root -> n{i}"));
            }
        }

        return string.Join("; ", statements);
    }
}
