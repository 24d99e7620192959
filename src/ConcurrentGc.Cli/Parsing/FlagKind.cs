namespace ConcurrentGc.Cli.Parsing;

/// <summary>What follows a flag.</summary>
public enum FlagKind
{
    /// <summary>Nothing.</summary>
    Switch = 0,

    /// <summary>A whole number in a range.</summary>
    Number = 1,

    /// <summary>One of some words.</summary>
    Word = 2,

    /// <summary>A file, or the name of one.</summary>
    File = 3,

    /// <summary>A text of some form.</summary>
    Text = 4,
}
