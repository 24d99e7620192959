using Acornima.Ast;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Parsing;

namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>What is emitted and noted for <c>--trace-stack</c> only: where statements begin, where variables are.</summary>
internal sealed partial class FunctionCompiler
{
    private readonly Dictionary<Scope, int> _scopeStarts = [];
    private readonly Dictionary<Variable, int> _classEnds = [];

    private void TraceStatement(Statement statement)
    {
        if (_program.IsTraced && !IsLibrary && statement is not (FunctionDeclaration or EmptyStatement or DebuggerStatement
            or BlockStatement or LabeledStatement or TryStatement or Directive))
        {
            Emit(OpCode.Statement);
        }
    }

    private void TraceClassEnd(ClassDeclaration declaration)
    {
        if (declaration.Id is { Name: var name })
        {
            _classEnds[Find(name)!] = _code.Count;
        }
    }

    private void TraceScopeStart(Scope scope) => _scopeStarts[scope] = _code.Count;

    private void TraceScopeEnd(Scope scope)
    {
        if (!_program.IsTraced || IsLibrary)
        {
            return;
        }

        foreach (var variable in scope.Variables)
        {
            if (variable.Kind is VariableKind.This or VariableKind.FunctionName || variable.Name.StartsWith('%'))
            {
                continue; // shown by themselves, or no variable of the text
            }

            var start = _scopeStarts[scope];
            _function.Variables.Add(new FrameVariable(
                variable.Name,
                variable.Slot >= 0 ? scope.ContextRegister : variable.Register,
                variable.Slot,
                variable.Global,
                Math.Max(_classEnds.GetValueOrDefault(variable, start), variable.LiveFrom),
                start,
                _code.Count));
        }
    }
}
