namespace ConcurrentGc.JavaScript.Loading;

/// <summary>One thing in a program that the simulator cannot run.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="Line">From one.</param>
/// <param name="Column">From one, in UTF-16 units.</param>
/// <param name="Code">What kind it is, such as <c>JS0007</c>.</param>
/// <param name="Message">What is wrong.</param>
public sealed record Diagnostic(string File, int Line, int Column, string Code, string Message)
{
    /// <summary>One line in the manner of compilers.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: error {Code}: {Message}";
}
