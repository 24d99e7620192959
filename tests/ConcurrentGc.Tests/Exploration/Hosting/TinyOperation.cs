namespace ConcurrentGc.Tests.Exploration.Hosting;

/// <summary>An operation of a <see cref="TinyThread"/>.</summary>
/// <param name="Verb">What it does.</param>
/// <param name="Word">Number of the shared word; for a fence it does not matter.</param>
/// <param name="Value">What is stored or added; of a load, the register that gets the word.</param>
internal readonly record struct TinyOperation(TinyVerb Verb, int Word = 0, int Value = 0)
{
    /// <summary>Reads a line such as <c>x=1; r0=y; lock z; fence; own x=2</c>.</summary>
    public static IReadOnlyList<TinyOperation> Parse(string line) =>
        [.. line.Split(';', StringSplitOptions.TrimEntries).Select(One)];

    private static TinyOperation One(string text) => text.Split(['=', ' ']) switch
    {
        ["fence"] => new(TinyVerb.Fence),
        ["lock", var word] => new(TinyVerb.Add, WordOf(word), 1),
        ["own", var word, var value] => new(TinyVerb.StoreOwned, WordOf(word), ValueOf(value)),
        [var register, var word] when register[0] == 'r' => new(TinyVerb.Load, WordOf(word), register[1] - '0'),
        [var word, var value] => new(TinyVerb.Store, WordOf(word), ValueOf(value)),
        _ => throw new FormatException(text),
    };

    private static int WordOf(string name) => name[0] - 'x';

    private static int ValueOf(string digit) => digit[0] - '0';
}
