using Acornima.Ast;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Interpreting;
using ConcurrentGc.JavaScript.Parsing;

namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>
/// Lowers one function. Registers: <c>this</c>, parameters, variables, then temporaries by stack discipline, so that the
/// arguments of a call are the callee's first registers.
/// </summary>
internal sealed partial class FunctionCompiler
{
    /// <summary>Words below a frame: caller, return place, function, new.target.</summary>
    public const int LinkWords = 4;

    // Registers in use are kept in fifteen bits.
    private const int MaximumRegisters = 32_767;

    private readonly ProgramCode _program;
    private readonly ScopeAnalysis _scopes;
    private readonly FunctionUnit _unit;
    private readonly FunctionCode _function;
    private readonly List<Instruction> _code = [];
    private readonly List<int> _positions = [];
    private readonly List<ushort> _depths = [];
    private readonly List<int> _awaiting = [];
    private readonly List<HandlerEntry> _handlers = [];
    private Scope _scope;
    private ControlEntry? _control;
    private int _top;
    private int _maximumTop;
    private int _previousTop;
    private int _position;
    private ClassBody? _class;

    private FunctionCompiler(ProgramCode program, ScopeAnalysis scopes, FunctionUnit unit, string name)
    {
        _program = program;
        _scopes = scopes;
        _unit = unit;
        _scope = unit.Root;
        _function = new FunctionCode { Index = program.Functions.Count, Name = name };
        program.Functions.Add(_function);
        _top = unit.Registers;
        _maximumTop = _top;
        _previousTop = _top;
    }

    private int FirstTemporary => _unit.Registers;

    /// <summary>Lowers the module.</summary>
    /// <param name="program">Where the code goes.</param>
    /// <param name="scopes">The program's scopes.</param>
    /// <param name="tree">Its tree.</param>
    public static void CompileModule(ProgramCode program, ScopeAnalysis scopes, Acornima.Ast.Program tree)
    {
        var compiler = new FunctionCompiler(program, scopes, scopes.Module, string.Empty);
        compiler.EnterFunction();
        compiler.CompileStatements(tree.Body);
        compiler.Emit(OpCode.Halt);
        compiler.Finish();
    }

    private int CompileFunction(Node node, string name, FunctionFlags flags, ClassBody? classBody = null, bool isDerived = false, Node? text = null)
    {
        var function = (IFunction)node;
        var compiler = new FunctionCompiler(_program, _scopes, _scopes.UnitOf(node), function.Id?.Name is { } own && node is not ArrowFunctionExpression ? own : name)
        {
            _position = node.Start,
        };
        compiler.SetText(text ?? node);
        var isSloppy = !compiler._unit.IsStrict && compiler._unit.UsesThis && node is not ArrowFunctionExpression;
        compiler._function.Flags = flags | (isSloppy ? FunctionFlags.SloppyThis : FunctionFlags.None);
        compiler._function.ExpectedProperties = ConstructorText.ExpectedProperties(function.Body, classBody);
        if (classBody is not null && !isDerived && _scopes.FieldsOf(classBody) is null && !_program.IsTraced)
        {
            compiler._function.SimpleFields = ConstructorText.SimpleFields(function, compiler._unit, _program.Names);
        }

        compiler.CompileBody(function, classBody, isDerived);
        return compiler._function.Index;
    }

    /// <summary>Notes where the text of the function is, which may be that of its method or class.</summary>
    private void SetText(Node text)
    {
        // The word static and what follows it up to the name is no part of the text.
        _function.TextStart = text is MethodDefinition { Static: true, Computed: false } method ? method.Key.Start : text.Start;
        _function.TextEnd = text.End;
        _function.IsStatic = text is MethodDefinition { Static: true, Computed: true };
    }

    private void CompileBody(IFunction function, ClassBody? classBody, bool isDerived)
    {
        _class = classBody;
        EnterFunction(function);
        _function.Length = CountBeforeDefault(function);
        if (classBody is not null && !isDerived)
        {
            CallFieldInitializer(classBody);
        }

        if (function.Body is BlockStatement body)
        {
            CompileStatements(body.Body);
            EmitReturnUndefined();
        }
        else
        {
            EmitReturn(Compile((Expression)function.Body));
        }

        Finish();
    }

    private void EnterFunction(IFunction? function = null)
    {
        OpenScope(_unit.Root);
        foreach (var variable in _unit.Root.Variables)
        {
            switch (variable.Kind)
            {
                case VariableKind.Parameter when variable.IsCaptured:
                    StoreInitial(variable, variable.Register);
                    break;
                case VariableKind.This when !IsDerivedConstructor:
                    StoreInitial(variable, 0);
                    break;
                case VariableKind.FunctionName when variable.IsUsed:
                    var register = variable.IsCaptured ? TakeTemporary() : variable.Register;
                    Emit(OpCode.LoadCallee, register);
                    if (variable.IsCaptured)
                    {
                        StoreInitial(variable, register);
                        _top--;
                    }

                    break;
                default:
                    break;
            }
        }

        for (var i = 0; i < function?.Params.Count; i++)
        {
            if (function.Params[i] is not Identifier)
            {
                Bind(function.Params[i], i + 1, isDeclaration: true);
            }
        }
    }

    private bool IsDerivedConstructor => (_function.Flags & FunctionFlags.Derived) != FunctionFlags.None;

    private void Finish()
    {
        TraceScopeEnd(_unit.Root);
        _function.Code = [.. _code];
        _function.Positions = [.. _positions];
        _function.Depths = [.. _depths];
        _function.Handlers = [.. _handlers];
        if (_maximumTop > MaximumRegisters)
        {
            throw new ProgramLimit(_unit.Node, "a function with more than 32,767 variables, arguments and intermediate values is not supported");
        }

        _function.FrameWords = _maximumTop;
        _function.Parameters = _unit.Parameters;
        _function.Locals = _unit.Registers - _unit.Parameters - 1;
        foreach (var scope in _unit.Scopes)
        {
            foreach (var variable in scope.Variables)
            {
                if (variable.Global >= 0)
                {
                    _program.GlobalNames[variable.Global] = variable.Name;
                }
            }
        }
    }

    private static int CountBeforeDefault(IFunction function)
    {
        var count = 0;
        while (count < function.Params.Count && function.Params[count] is not AssignmentPattern)
        {
            count++;
        }

        return count;
    }

    private int TakeTemporary()
    {
        var register = _top++;
        _maximumTop = Math.Max(_maximumTop, _top);
        return register;
    }

    private void Reserve(int count)
    {
        _top += count;
        _maximumTop = Math.Max(_maximumTop, _top);
    }

    private int Emit(OpCode op, int a = 0, int b = 0, int c = 0, int d = 0)
    {
        _code.Add(new Instruction { Op = op, A = (ushort)a, B = (uint)b, C = (uint)c, D = d });
        _positions.Add(_position);
        AddDepth(a, b, c);
        return _code.Count - 1;
    }

    private void EmitWord(int register, long word)
    {
        _code.Add(new Instruction { Op = OpCode.LoadWord, A = (ushort)register, Word = word });
        _positions.Add(_position);
        AddDepth(register, 0, 0);
    }

    // Note [Registers in use].
    //
    // A register above those that an instruction may still read is not a root: what an earlier call left there would keep
    // dead objects alive, which optimized code does not. In use are the temporaries taken now or when the previous
    // instruction was emitted (operands are given back just before their instruction), and every register that the
    // instruction names. Naming one too many is safe: words in use are updated when objects move.
    // A temporary that waits for the result of a call is in use but dead until the call returns: before a collection such
    // registers are cleared in every frame.

    private void AddDepth(int a, int b, int c)
    {
        var limit = _maximumTop;
        var depth = Math.Max(_top, _previousTop);
        var last = Math.Max(a, Math.Max(b < limit ? b : 0, c < limit ? c : 0));
        depth = Math.Max(depth, last + 1);
        depth = Math.Max(depth, b < limit && b + c < limit ? b + c + 1 : 0);
        _depths.Add((ushort)Math.Min(depth, limit)); // Finish refuses what does not fit
        _previousTop = _top;
    }

    private void EmitOddball(int register, Oddball which) => Emit(OpCode.LoadOddball, register, (int)which);

    private void EmitInteger(int register, int value) => EmitWord(register, Heap.Words.Tagged.SmallInteger(value));

    private void EmitJump(OpCode op, Label label, int b = 0, int c = 0)
    {
        var at = Emit(op, 0, b, c);
        if (label.Target >= 0)
        {
            Patch(at, label.Target);
        }
        else
        {
            label.Jumps.Add(at);
        }
    }

    private void EmitLoop(Label start) =>
        Emit(OpCode.JumpLoop, c: _code.Count + 1 - start.Target, d: start.Target - _code.Count);

    private void Place(Label label)
    {
        label.Target = _code.Count;
        foreach (var jump in label.Jumps)
        {
            Patch(jump, label.Target);
        }
    }

    private void Patch(int jump, int target)
    {
        var instruction = _code[jump];
        instruction.D = target - jump;
        _code[jump] = instruction;
    }
}
