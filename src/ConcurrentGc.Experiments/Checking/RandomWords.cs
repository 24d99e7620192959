namespace ConcurrentGc.Experiments.Checking;

/// <summary>Which words of an object a random program draws from.</summary>
internal enum RandomWords
{
    /// <summary>Those that keep alive what they point to.</summary>
    Strong,

    /// <summary>Weak ones, and values of pairs.</summary>
    Weak,

    /// <summary>All tagged ones that a program may store into.</summary>
    All,
}
