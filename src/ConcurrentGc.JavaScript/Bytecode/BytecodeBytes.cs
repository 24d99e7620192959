namespace ConcurrentGc.JavaScript.Bytecode;

/// <summary>
/// How many bytes of V8's bytecode an instruction stands for, about: V8 counts bytes to decide when to optimize. Least
/// squares over 308 functions whose length Node prints (<c>--print-bytecode</c>), one number a kind, rounded; of functions
/// longer than 40 bytes nine of ten come out within 15 %.
/// </summary>
internal static class BytecodeBytes
{
    /// <summary>V8 passes up to so many arguments from the registers they are in.</summary>
    private const int ArgumentsInPlace = 2;

    /// <summary>Writes the bytes before each instruction of a function and before its end.</summary>
    /// <param name="code">The code.</param>
    /// <param name="before">One longer than the code.</param>
    public static void Count(ReadOnlySpan<Instruction> code, Span<int> before)
    {
        before.Clear();
        for (var i = 0; i < code.Length; i++)
        {
            before[i + 1] = Of(code[i].Op);
        }

        for (var i = 0; i < code.Length; i++)
        {
            LeaveOutFirstCondition(code, i, before);
            LeaveOutArguments(code, i, before);
        }

        // The return of undefined behind the last one of the program's own.
        if (code.Length > 2 && code[^1].Op == OpCode.Return && code[^3].Op is OpCode.Return or OpCode.Throw)
        {
            before[^1] = 0;
            before[^2] = 0;
        }

        for (var i = 0; i < code.Length; i++)
        {
            before[i + 1] += before[i];
        }
    }

    /// <summary>A loop here begins with a copy of the condition at its end; V8 has one.</summary>
    private static void LeaveOutFirstCondition(ReadOnlySpan<Instruction> code, int loop, Span<int> bytes)
    {
        var start = loop + code[loop].D;
        if (code[loop].Op != OpCode.JumpLoop || start == 0 || code[start - 1].D != loop + 1 - (start - 1))
        {
            return;
        }

        for (var back = 1; back <= start && code[start - back].Op == code[loop - back].Op; back++)
        {
            bytes[start - back + 1] = 0;
        }
    }

    private static void LeaveOutArguments(ReadOnlySpan<Instruction> code, int call, Span<int> bytes)
    {
        if (code[call].Op is not (OpCode.Call or OpCode.CallPlain or OpCode.CallGlobal) || code[call].C > ArgumentsInPlace)
        {
            return;
        }

        for (var i = call - 1; i >= 0 && code[i].Op is not (OpCode.Call or OpCode.CallPlain or OpCode.CallGlobal or OpCode.JumpLoop); i--)
        {
            if (code[i].Op == OpCode.Move && code[i].A > code[call].B && code[i].A <= code[call].B + code[call].C)
            {
                bytes[i + 1] = 0;
            }
        }
    }

    private static int Of(OpCode op) => op switch
    {
        OpCode.LoadWord or OpCode.LoadOddball or OpCode.LoadCallee or OpCode.LoadDouble or OpCode.LoadConstant => 1,
        OpCode.LoadBuiltIn or OpCode.LoadGlobal or OpCode.LoadGlobalChecked or OpCode.LoadContext or OpCode.LoadOuter => 4,
        OpCode.StoreGlobal or OpCode.StoreContext or OpCode.StoreOuter or OpCode.Move => 5,
        >= OpCode.Add and <= OpCode.ShiftRightUnsigned => 6,
        >= OpCode.AddInteger and <= OpCode.TypeOf => 3,
        >= OpCode.Less and <= OpCode.InstanceOf => 6,
        OpCode.JumpLoop => 4,
        >= OpCode.Jump and <= OpCode.JumpIfNotNullish => 2,
        >= OpCode.JumpIfLess and <= OpCode.JumpIfLooseNotEqual => 7,
        >= OpCode.JumpIfLessInteger and <= OpCode.JumpIfStrictNotEqualInteger => 6,
        OpCode.GetField or OpCode.GetLength or OpCode.GetSuper => 4,
        >= OpCode.SetField and <= OpCode.DefineField => 5,
        OpCode.GetElement => 6,
        OpCode.GetMethod or OpCode.CallPlain or OpCode.SetElement or OpCode.ReturnThis => 2,
        OpCode.Call or OpCode.NewObject or OpCode.NewArray or OpCode.CopyArray or OpCode.NewEmptyObject => 5,
        OpCode.CallGlobal or OpCode.CallSuper or OpCode.New => 9,
        OpCode.NewGlobal or OpCode.NewClass => 11,
        OpCode.BindThis or OpCode.ForwardSuper => 18,
        OpCode.ThrowIfHole or OpCode.CheckThis or OpCode.ReturnDerived or OpCode.Throw => 1,
        OpCode.Return or OpCode.Statement => 0,
        _ => 5,
    };
}
