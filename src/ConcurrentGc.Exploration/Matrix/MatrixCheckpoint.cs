using System.Globalization;
using System.Text;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Exploration.Textbook;

namespace ConcurrentGc.Exploration.Matrix;

/// <summary>
/// A file with the sets of rules that are decided, a line each, written as soon as they are. Whoever is killed while writing
/// leaves a line without an end, which is left out.
/// </summary>
public sealed class MatrixCheckpoint : IDisposable
{
    private const int Columns = 10;
    private readonly FileStream _file;
    private readonly Dictionary<string, TextbookRules> _rules =
        RuleMatrix.Rules().ToDictionary(Key, static rules => rules, StringComparer.Ordinal);

    /// <summary>Opens a file, new or of the same question.</summary>
    /// <param name="path">The file.</param>
    /// <param name="question">What is asked of each set.</param>
    /// <exception cref="FormatException">It is of another question, or none.</exception>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    public MatrixCheckpoint(string path, TextbookQuestion question)
    {
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            Known = Read(Head(question));
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>What is decided already.</summary>
    public IReadOnlyList<MatrixCell> Known { get; }

    /// <summary>Adds a set.</summary>
    /// <param name="cell">It is decided.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Add(MatrixCell cell) => Write(string.Create(
        CultureInfo.InvariantCulture,
        $"{MatrixWords.Line(cell)},{cell.Objects},{cell.Result.States},{cell.Result.Transitions},{cell.Result.Bytes}"));

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    private static string Head(TextbookQuestion question) => string.Create(
        CultureInfo.InvariantCulture, $"orinoco matrix 1: objects {question.Objects}, operations {question.Operations?.ToString(CultureInfo.InvariantCulture) ?? "unbounded"}");

    private List<MatrixCell> Read(string head)
    {
        using var reader = new StreamReader(_file, Encoding.UTF8, leaveOpen: true);
        var text = reader.ReadToEnd();
        var end = text.LastIndexOf('\n') + 1;
        _file.SetLength(Encoding.UTF8.GetByteCount(text.AsSpan(0, end)));
        _file.Seek(0, SeekOrigin.End);
        var lines = text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0)
        {
            Write(head);
            return [];
        }

        return string.Equals(lines[0], head, StringComparison.Ordinal)
            ? [.. lines.Skip(1).Select(Parse)]
            : throw new FormatException($"its first line is '{lines[0]}'");
    }

    private MatrixCell Parse(string line)
    {
        var words = line.Split(',');
        var numbers = words.Skip(Columns - 4).Select(word => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        if (words.Length != Columns || numbers.Contains(-1) || !_rules.TryGetValue(string.Join(',', words.Take(5)), out var rules)
            || words[5] is not ("safe" or "violated"))
        {
            throw new FormatException($"a line of it is '{line}'");
        }

        var verdict = words[5] is "safe" ? Verdict.Safe : Verdict.Violated;
        return new MatrixCell(rules, (int)numbers[0], new SearchResult(verdict, numbers[1], numbers[2], numbers[3]));
    }

    private void Write(string line)
    {
        _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        _file.Flush(flushToDisk: true);
    }

    private static string Key(TextbookRules rules)
    {
        var line = MatrixWords.Line(new MatrixCell(rules, 0, new SearchResult(Verdict.Safe, 0, 0, 0)));
        return line[..line.LastIndexOf(',')];
    }
}
