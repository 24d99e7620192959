using System.IO.Hashing;
using System.Text;
using ConcurrentGc.Exploration.Searching;

namespace ConcurrentGc.Exploration.Walking;

/// <summary>
/// A file that keeps a search: fingerprints of the states that were met, and what is left to do. It is replaced as a whole, so
/// that whoever is killed while writing leaves the one before.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="world">What is searched, in words; a file of another world is refused.</param>
public sealed class WalkCheckpoint(string path, string world)
{
    private const string Magic = "orinoco checkpoint 1";
    private const int HashBytes = 16;

    /// <summary>Reads the file, if there is one.</summary>
    /// <param name="visited">Gets the states.</param>
    /// <returns>What is left; null: there is no file.</returns>
    /// <exception cref="FormatException">It is none, is damaged, or is of another world; the message says which.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public IReadOnlyList<WalkTask>? TryLoad(SharedFingerprints visited)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < HashBytes || !XxHash128.Hash(bytes.AsSpan(HashBytes)).AsSpan().SequenceEqual(bytes.AsSpan(0, HashBytes)))
        {
            throw new FormatException("no checkpoint of a search, or a damaged one");
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, HashBytes, bytes.Length - HashBytes), Encoding.UTF8);
        var (magic, found) = (reader.ReadString(), reader.ReadString());
        if (!string.Equals(magic, Magic, StringComparison.Ordinal) || !string.Equals(found, world, StringComparison.Ordinal))
        {
            throw new FormatException($"a checkpoint of {found}");
        }

        for (var left = reader.ReadInt64(); left > 0; left--)
        {
            visited.Narrow(new Fingerprint(reader.ReadUInt64(), reader.ReadUInt64()), reader.ReadUInt32(), out _);
        }

        return [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => new WalkTask(ReadNumbers(reader), ReadNumbers(reader)))];
    }

    /// <summary>Why the file does not have the last states; null: it has.</summary>
    public string? Problem { get; private set; }

    /// <summary>Writes the file, or says in <see cref="Problem"/> why it cannot: a search does not end because a disk is full.</summary>
    /// <param name="visited">The states.</param>
    /// <param name="left">What is left.</param>
    public void TrySave(SharedFingerprints visited, IReadOnlyList<WalkTask> left)
    {
        try
        {
            Save(visited, left);
            Problem = null;
        }
        catch (IOException problem)
        {
            Problem = problem.Message;
        }
    }

    /// <summary>Writes the file.</summary>
    /// <param name="visited">The states.</param>
    /// <param name="left">What is left.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(SharedFingerprints visited, IReadOnlyList<WalkTask> left)
    {
        var next = path + ".next";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.ReadWrite))
        {
            file.Position = HashBytes;
            using (var writer = new BinaryWriter(file, Encoding.UTF8, leaveOpen: true))
            {
                Write(writer, visited, left);
            }

            var hash = new XxHash128();
            file.Position = HashBytes;
            hash.Append(file);
            file.Position = 0;
            file.Write(hash.GetCurrentHash());
            file.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }

    private void Write(BinaryWriter writer, SharedFingerprints visited, IReadOnlyList<WalkTask> left)
    {
        writer.Write(Magic);
        writer.Write(world);
        writer.Write(visited.Count);
        foreach (var (fingerprint, bits) in visited.All())
        {
            writer.Write(fingerprint.Low);
            writer.Write(fingerprint.High);
            writer.Write(bits);
        }

        writer.Write(left.Count);
        foreach (var task in left)
        {
            WriteNumbers(writer, task.Steps);
            WriteNumbers(writer, task.Actors);
        }
    }

    private static void WriteNumbers(BinaryWriter writer, IReadOnlyList<int> numbers)
    {
        writer.Write(numbers.Count);
        foreach (var number in numbers)
        {
            writer.Write(number);
        }
    }

    private static int[] ReadNumbers(BinaryReader reader) => [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadInt32())];
}
