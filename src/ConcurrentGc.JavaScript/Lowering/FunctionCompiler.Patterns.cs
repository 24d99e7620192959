using Acornima.Ast;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Interpreting;

namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>Destructuring: a value is taken apart into variables and properties.</summary>
internal sealed partial class FunctionCompiler
{
    /// <summary>Gives a target or pattern its value.</summary>
    /// <param name="target">A name, a property, a pattern, or one of these with a default.</param>
    /// <param name="value">Register of the value; it keeps it.</param>
    /// <param name="isDeclaration">Whether names are declared here.</param>
    private void Bind(Node target, int value, bool isDeclaration)
    {
        var top = _top;
        _position = target.Start;
        switch (target)
        {
            case Identifier name:
                BindName(name, value, isDeclaration);
                break;
            case ArrayPattern pattern:
                BindArray(pattern, value, isDeclaration);
                break;
            case ObjectPattern pattern:
                BindObject(pattern, value, isDeclaration);
                break;
            case AssignmentPattern pattern:
                BindWithDefault(pattern, value, isDeclaration);
                break;
            default:
                var member = Unwrap(target);
                EmitStore(CompilePlace(member, member.Property), value, member);
                break;
        }

        _top = top;
    }

    private void BindName(Identifier name, int value, bool isDeclaration)
    {
        var variable = Find(name.Name);
        if (variable is null)
        {
            Emit(OpCode.ThrowError, (int)ErrorKind.ReferenceError, d: _program.Constant(name.Name + " is not defined"));
        }
        else if (!isDeclaration)
        {
            StoreVariable(variable, value, name.Start);
        }
        else
        {
            StoreInitial(variable, value);
            if (variable is { IsLexical: true, IsCaptured: false, NeedsHole: false, Register: >= 0 })
            {
                variable.LiveFrom = _code.Count;
            }
        }
    }

    private void BindWithDefault(AssignmentPattern pattern, int value, bool isDeclaration)
    {
        var chosen = TakeTemporary();
        var given = new Label();
        Emit(OpCode.Move, chosen, value);
        EmitJump(OpCode.JumpIfNotUndefined, given, chosen);
        CompileTo(pattern.Right, chosen);
        Place(given);
        Bind(pattern.Left, chosen, isDeclaration);
    }

    private void BindObject(ObjectPattern pattern, int value, bool isDeclaration)
    {
        Emit(OpCode.CheckDestructured, value, 0, 0, _program.Constant(FirstKey(pattern)));
        var part = TakeTemporary();
        foreach (var node in pattern.Properties)
        {
            var property = (Property)node;
            var top = _top;
            _position = property.Start;
            if (property.Computed)
            {
                Emit(OpCode.GetElement, part, value, Compile((Expression)property.Key));
            }
            else
            {
                var key = property.Key is StringLiteral literal ? literal.Value : property.Key is Identifier name ? name.Name : null;
                if (key is null || PropertyKey.TryIndex(key, out _))
                {
                    Emit(OpCode.GetElement, part, value, Compile((Expression)property.Key));
                }
                else
                {
                    Emit(key is "length" ? OpCode.GetLength : OpCode.GetField, part, value, 0, _program.Cache(key));
                }
            }

            _top = top;
            Bind(property.Value, part, isDeclaration);
        }
    }

    private static string FirstKey(ObjectPattern pattern) =>
        pattern.Properties.Count > 0 && pattern.Properties[0] is Property { Computed: false, Key: Identifier name } ? name.Name : string.Empty;

    private void BindArray(ArrayPattern pattern, int source, bool isDeclaration)
    {
        var closing = OpenClosing();
        var (value, iterator) = TakeIteratorRegisters();
        EmitIterator(source, iterator, null, pattern.Start);
        EmitOddball(value + 1, Oddball.False);
        var guarded = _code.Count;
        var outer = _control;
        _control = closing;
        foreach (var element in pattern.Elements)
        {
            if (element is RestElement rest)
            {
                BindRest(rest, iterator, value, isDeclaration);
                continue;
            }

            EmitElement(iterator, value);
            if (element is not null)
            {
                Bind(element, value, isDeclaration);
            }
        }

        _control = outer;
        var end = new Label();
        EmitJump(OpCode.JumpIfTrue, end, value + 1);
        EmitInteger(closing.How, 0);
        EmitJump(OpCode.Jump, closing.Finally!);
        FinishClosing(closing, guarded, _code.Count, iterator, done: value + 1);
        Place(end);
    }

    /// <summary>Takes the next value, undefined when there is none any more; while it asks, the iterator counts as done.</summary>
    private void EmitElement(int iterator, int value)
    {
        var (stepped, ended) = (new Label(), new Label());
        EmitJump(OpCode.JumpIfTrue, ended, value + 1);
        EmitOddball(value + 1, Oddball.True);
        EmitStep(iterator, value);
        EmitJump(OpCode.JumpIfFalse, stepped, value + 1);
        Place(ended);
        EmitOddball(value, Oddball.Undefined);
        Place(stepped);
    }

    private void BindRest(RestElement rest, int iterator, int value, bool isDeclaration)
    {
        var array = TakeTemporary();
        Emit(OpCode.NewArray, array, array, 0, _program.Cache(null));
        var end = new Label();
        EmitJump(OpCode.JumpIfTrue, end, value + 1);
        EmitOddball(value + 1, Oddball.True);
        EmitAppendAll(iterator, value, array);
        Place(end);
        Bind(rest.Argument, array, isDeclaration);
    }

    private void BindInitial(VariableDeclarator declarator)
    {
        var top = _top;
        Bind(declarator.Id, Compile(declarator.Init!), isDeclaration: true);
        _top = top;
    }

    private int CompilePatternAssignment(AssignmentExpression assignment)
    {
        var value = TakeTemporary();
        CompileTo(assignment.Right, value);
        Bind(assignment.Left, value, isDeclaration: false);
        return value;
    }
}
