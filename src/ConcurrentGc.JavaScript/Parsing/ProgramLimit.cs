using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Acornima.Ast;

namespace ConcurrentGc.JavaScript.Parsing;

/// <summary>A program is larger or deeper than the simulator can read; becomes a diagnostic.</summary>
[SuppressMessage("Design", "RCS1194:Implement exception constructors", Justification = "It cannot be without a place.")]
internal sealed class ProgramLimit : Exception
{
    /// <summary>Refuses a program.</summary>
    /// <param name="at">What is too much.</param>
    /// <param name="message">Why.</param>
    public ProgramLimit(Node at, string message)
        : base(message) => (Line, Column) = (at.Location.Start.Line, at.Location.Start.Column + 1);

    /// <summary>Line of the construct, from one.</summary>
    public int Line { get; }

    /// <summary>Column of the construct, from one.</summary>
    public int Column { get; }

    /// <summary>To be asked by whatever walks a tree by recursion: flat text, too, makes deep trees (1+1+...).</summary>
    /// <param name="node">The node that is visited.</param>
    /// <exception cref="ProgramLimit">The stack of this thread is nearly used up.</exception>
    public static void CheckDepth(Node node)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ProgramLimit(node, "syntax error: the program is nested too deeply");
        }
    }
}
