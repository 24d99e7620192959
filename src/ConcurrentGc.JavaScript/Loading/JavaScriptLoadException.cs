namespace ConcurrentGc.JavaScript.Loading;

/// <summary>A program was refused before its first instruction.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "RCS1194:Implement exception constructors", Justification = "It cannot be without diagnostics.")]
public sealed class JavaScriptLoadException : Exception
{
    /// <summary>Refuses a program.</summary>
    /// <param name="diagnostics">Everything that is wrong, in the order of the text; at least one.</param>
    public JavaScriptLoadException(IReadOnlyList<Diagnostic> diagnostics)
        : base(string.Join(Environment.NewLine, diagnostics)) => Diagnostics = diagnostics;

    /// <summary>Everything that is wrong, in the order of the text.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
