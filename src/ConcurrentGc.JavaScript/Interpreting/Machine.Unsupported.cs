using ConcurrentGc.JavaScript.BuiltIns;
using ConcurrentGc.JavaScript.Loading;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>What only shows while a program runs, and is not supported: it ends the program, which cannot catch it.</summary>
internal sealed unsafe partial class Machine
{
    /// <summary>Ends the program.</summary>
    /// <param name="feature">What Node has and the simulator has not.</param>
    private int EndUnsupported(string feature)
    {
        var (line, column) = DescribePlace(Frame, Here);
        _text.Options.Unsupported?.Invoke(new Diagnostic(
            _text.File,
            line,
            column,
            "JS0020",
            $"not supported at run time: {feature}; see the list of supported features in the README"));
        _state->Context.End = ProgramEnd.Unsupported;
        return End(0);
    }

    /// <summary>After a lookup found nothing: whether Node would have found a built-in.</summary>
    /// <param name="receiver">The value that was read from.</param>
    /// <param name="name">Number of the property.</param>
    /// <returns>The full name of that built-in; null: Node finds nothing either.</returns>
    private string? MissingBuiltIn(long receiver, int name)
    {
        if (name == Realm.NameProto)
        {
            return "__proto__";
        }

        if ((uint)(name - Realm.Names.Count) >= (uint)MissingBuiltIns.Names.Count)
        {
            return null;
        }

        for (var at = IsObject(receiver) ? receiver : _shapes.Prototypes[PrimitivePrototype(receiver)]; IsObject(at); at = PrototypeOf(at))
        {
            if (BuiltInName(at) is { } holder && MissingBuiltIns.IsMissing(holder, NameOf(name)))
            {
                return $"{holder[(holder.IndexOf(':', StringComparison.Ordinal) + 1)..]}.{NameOf(name)}";
            }
        }

        return null;
    }

    private string? BuiltInName(long word)
    {
        for (var i = 0; i < BuiltInCatalog.Prototypes.Count; i++)
        {
            if (_shapes.Prototypes[i] == word)
            {
                return BuiltInCatalog.Prototypes[i];
            }
        }

        foreach (var (name, constant) in _text.BuiltInObjects)
        {
            if (_constants[constant] == word)
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>Whether a word is a class of the language that programs cannot derive from here.</summary>
    private bool IsClosedClass(long word) =>
        (FunctionInfoOf(word)->Flags & FunctionFlags.BuiltIn) != FunctionFlags.None
        && (BuiltIn)FunctionInfoOf(word)->BuiltIn is not ((>= BuiltIn.Error and <= BuiltIn.UriError) or (>= BuiltIn.Map and <= BuiltIn.FinalizationRegistry));

    /// <summary>Whether a value is a function of the program that would see its receiver wrapped or replaced, as sloppy code does.</summary>
    private bool NeedsObject(long word) =>
        IsObject(word) && KindOf(word) == ObjectLayout.KindFunction
        && (FunctionInfoOf(word)->Flags & FunctionFlags.SloppyThis) != FunctionFlags.None;

    private int EndForSloppyThis() => EndUnsupported("this in a function that is called without an object, outside of strict mode");
}
