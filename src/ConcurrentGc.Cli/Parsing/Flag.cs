using System.Globalization;

namespace ConcurrentGc.Cli.Parsing;

/// <summary>One flag of the command line: how it is written, what may follow, and what help says about it.</summary>
/// <param name="Name">With its two dashes; words joined by dashes (underscores are accepted too).</param>
/// <param name="Kind">What follows.</param>
/// <param name="Value">How help calls what follows; empty for a switch.</param>
/// <param name="Help">What it does here and in V8; lines are broken by hand.</param>
public sealed record Flag(string Name, FlagKind Kind, string Value, string Help)
{
    /// <summary>Smallest number.</summary>
    public long Least { get; init; }

    /// <summary>Largest number.</summary>
    public long Most { get; init; }

    /// <summary>The words that may follow.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The form of a text.</summary>
    public string Form { get; init; } = string.Empty;

    /// <summary>What may follow, in the words of an error message.</summary>
    public string Allowed => Kind switch
    {
        FlagKind.Switch => "no value",
        FlagKind.Number => string.Create(CultureInfo.InvariantCulture, $"a whole number from {Least} to {Most}"),
        FlagKind.Word => string.Join(", ", Words),
        FlagKind.Text => Form,
        _ => "a file",
    };

    /// <summary>A flag without a value.</summary>
    /// <param name="name">With its two dashes.</param>
    /// <param name="help">What it does.</param>
    public static Flag Switch(string name, string help) => new(name, FlagKind.Switch, string.Empty, help);

    /// <summary>A flag with a number.</summary>
    /// <param name="name">With its two dashes.</param>
    /// <param name="value">How help calls the number.</param>
    /// <param name="least">Smallest allowed.</param>
    /// <param name="most">Largest allowed.</param>
    /// <param name="help">What it does.</param>
    public static Flag Number(string name, string value, long least, long most, string help) =>
        new(name, FlagKind.Number, value, help) { Least = least, Most = most };

    /// <summary>A flag with one of some words.</summary>
    /// <param name="name">With its two dashes.</param>
    /// <param name="words">The words.</param>
    /// <param name="help">What it does.</param>
    public static Flag Choice(string name, string[] words, string help) =>
        new(name, FlagKind.Word, string.Join('|', words), help) { Words = words };

    /// <summary>A flag with a text.</summary>
    /// <param name="name">With its two dashes.</param>
    /// <param name="value">How help calls the text.</param>
    /// <param name="form">What error messages allow.</param>
    /// <param name="help">What it does.</param>
    public static Flag Text(string name, string value, string form, string help) =>
        new(name, FlagKind.Text, value, help) { Form = form };

    /// <summary>A flag with a file.</summary>
    /// <param name="name">With its two dashes.</param>
    /// <param name="value">How help calls the file.</param>
    /// <param name="help">What it does.</param>
    public static Flag File(string name, string value, string help) => new(name, FlagKind.File, value, help);
}
