using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ConcurrentGc.JavaScript.Bytecode;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>What the loop leaves to methods: any instruction, in any case.</summary>
internal sealed unsafe partial class Machine
{
    /// <summary>Runs the instruction that the state names.</summary>
    /// <returns>How the loop goes on: next instruction, again after a collection, from the state, or not at all.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int RunSlow()
    {
        var pc = Here;
        try
        {
            return pc->Op >= OpCode.Counted ? RunCounted(Frame, pc) : RunOne(Frame, pc);
        }
        catch (MachineLimit limit)
        {
            return EndUnsupported(limit.Message);
        }
    }

    [SuppressMessage("Design", "MA0051:Method is too long", Justification = "One line an instruction.")]
    private int RunOne(long* fp, Instruction* pc)
    {
        switch (pc->Op)
        {
            case OpCode.LoadDouble:
                return LoadDouble(fp, pc);
            case OpCode.LoadCallee:
                fp[pc->A] = fp[-2];
                return Next;
            case OpCode.LoadBuiltIn:
                fp[pc->A] = _constants[pc->D];
                return Next;
            case OpCode.LoadGlobalChecked:
                return ThrowUninitialized(_constants[pc->B]);
            case OpCode.StoreGlobal:
                return StoreGlobal(fp, pc);
            case OpCode.StoreContext:
                return StoreContextSlot(fp, fp[pc->B], pc);
            case OpCode.StoreOuter:
                return StoreContextSlot(fp, OuterContext(fp, pc->C), pc);
            case OpCode.ThrowIfHole:
                return ThrowUninitialized(_constants[pc->D]);
            case OpCode.CheckThis:
                return fp[0] == _state->Hole ? ThrowNoSuper() : Next;
            case OpCode.NewContext:
                return NewContext(fp, pc);
            case OpCode.CopyContext:
                return CopyContext(fp, pc);
            case OpCode.NewClosure:
                return NewClosure(fp, pc);
            case OpCode.Add:
                return Add(fp, pc);
            case >= OpCode.Subtract and <= OpCode.ShiftRightUnsigned:
                return Calculate(fp, pc, pc->Op, fp + pc->C);
            case >= OpCode.AddInteger and <= OpCode.ShiftRightUnsignedInteger:
                return CalculateWithInteger(fp, pc);
            case OpCode.Increment:
                return Increment(fp, pc, pc->D);
            case OpCode.ToNumber:
                return ToNumberInstruction(fp, pc);
            case OpCode.ToText:
                return ToTextInstruction(fp, pc);
            case OpCode.Negate:
                return Negate(fp, pc);
            case OpCode.Invert:
                return Invert(fp, pc);
            case OpCode.Not:
                fp[pc->A] = Boolean(!IsTruthy(fp + pc->B));
                return Next;
            case OpCode.TypeOf:
                fp[pc->A] = TypeOf(fp[pc->B]);
                return Next;
            case >= OpCode.Less and <= OpCode.InstanceOf:
                return Compare(fp, pc);
            case OpCode.Jump:
                return JumpWhen(true);
            case OpCode.JumpLoop:
                _state->Budget -= pc->C;
                return JumpWhen(true);
            case OpCode.JumpIfNull:
                return JumpWhen(fp[pc->B] == _state->Null);
            case OpCode.JumpIfNotNull:
                return JumpWhen(fp[pc->B] != _state->Null);
            case OpCode.JumpIfUndefined:
                return JumpWhen(fp[pc->B] == _state->Undefined);
            case OpCode.JumpIfNotUndefined:
                return JumpWhen(fp[pc->B] != _state->Undefined);
            case OpCode.JumpIfTrue:
                return JumpWhen(IsTruthy(fp + pc->B));
            case OpCode.JumpIfFalse:
                return JumpWhen(!IsTruthy(fp + pc->B));
            case OpCode.JumpIfNullish:
                return JumpWhen(IsNullish(fp[pc->B]));
            case OpCode.JumpIfNotNullish:
                return JumpWhen(!IsNullish(fp[pc->B]));
            case >= OpCode.JumpIfLess and <= OpCode.JumpUnlessGreaterEqual:
                return CompareAndJump(fp, pc);
            case >= OpCode.JumpIfStrictEqual and <= OpCode.JumpIfLooseNotEqual:
                return EqualAndJump(fp, pc);
            case >= OpCode.JumpIfLessInteger and <= OpCode.JumpIfStrictNotEqualInteger:
                return CompareIntegerAndJump(fp, pc);
            default:
                return RunObjectInstruction(fp, pc);
        }
    }

    [SuppressMessage("Design", "MA0051:Method is too long", Justification = "One line an instruction.")]
    private int RunObjectInstruction(long* fp, Instruction* pc)
    {
        switch (pc->Op)
        {
            case OpCode.GetField:
            case OpCode.GetMethod:
            case OpCode.GetLength:
                return GetNamed(fp, pc);
            case OpCode.SetField:
            case OpCode.AddField:
                return SetNamed(fp, pc, isDefinition: false);
            case OpCode.DefineField:
                return SetNamed(fp, pc, isDefinition: true);
            case OpCode.GetElement:
                return GetElement(fp, pc);
            case OpCode.Delete:
                return Delete(fp, pc);
            case OpCode.SetElement:
                return SetElement(fp, pc, isDefinition: false);
            case OpCode.DefineElement:
                return SetElement(fp, pc, isDefinition: true);
            case OpCode.GetSuper:
                return GetSuper(fp, pc);
            case OpCode.NewObject:
                return NewObject(fp, pc);
            case OpCode.NewArray:
                return NewArray(fp, pc);
            case OpCode.CopyArray:
                return CopyArray(fp, pc);
            case OpCode.NewEmptyObject:
                return NewEmptyObject(fp, pc);
            case OpCode.Call:
            case OpCode.CallPlain:
                return Call(fp, pc);
            case OpCode.CallGlobal:
                fp[(long)pc->B - 2] = _globals[pc->D];
                return Call(fp, pc);
            case OpCode.New:
                return Construct(fp, pc);
            case OpCode.NewGlobal:
                fp[(long)pc->B - 2] = _globals[pc->D];
                return _globals[pc->D] == _state->Hole ? ThrowUninitialized(_constants[_text.GlobalNames + pc->D]) : Construct(fp, pc);
            case OpCode.CallSuper:
                return CallSuper(fp, pc);
            case OpCode.ForwardSuper:
                return ForwardSuper(fp, pc);
            case OpCode.BindThis:
                return BindThis(fp, pc);
            case OpCode.Return:
                return Return(fp, fp + pc->B);
            case OpCode.ReturnThis:
                return Leave(fp, fp);
            case OpCode.ReturnDerived:
                return ReturnDerived(fp, fp + pc->B);
            case OpCode.Throw:
                return ThrowValue(fp, pc);
            case OpCode.ThrowError:
                return Throw((ErrorKind)pc->A, TextOf(_constants[pc->D]));
            case OpCode.NewClass:
                return NewClass(fp, pc);
            case OpCode.SetHome:
                StoreWithBarrier(Object(fp[pc->A]) + (ObjectLayout.FunctionHomeOffset / 8), fp[pc->B]);
                return Next;
            case OpCode.Halt:
                return EndModule();
            case OpCode.Statement:
                return TraceStatement();
            case OpCode.NextTask:
                return NextTask();
            default:
                return RunIteration(fp, pc);
        }
    }

    private int RunIteration(long* fp, Instruction* pc)
    {
        switch (pc->Op)
        {
            case OpCode.LoadIteratorMethod:
                return LoadIteratorMethod(fp, pc);
            case OpCode.CheckObject:
                return CheckObject(fp, pc);
            case OpCode.CheckDestructured:
                return CheckDestructured(fp, pc);
            case OpCode.StepIterator:
                return StepIterator(fp, pc);
            case OpCode.Append:
                return Append(fp[pc->A], fp + pc->B);
            case OpCode.CallLibrary:
                return FinishBuiltIn(CallBuiltIn((BuiltIns.BuiltIn)pc->D, fp + pc->B, (int)pc->C, newTarget: 0), fp + pc->A);
            default:
                throw new InvalidOperationException($"Instruction {pc->Op} has no method.");
        }
    }

    private int JumpWhen(bool condition)
    {
        var pc = Here;
        pc += condition ? pc->D : 1;
        _state->Instruction = (byte*)pc - _base;
        return Reload;
    }

    private int End(int exitCode)
    {
        _state->Context.ExitCode = exitCode;
        _text.Options.Output.Flush();
        return Stop;
    }

    private bool IsNullish(long word) => word == _state->Undefined || word == _state->Null;

    private int LoadDouble(long* fp, Instruction* pc)
    {
        if (IsHot(Frame))
        {
            fp[pc->A] = ObjectLayout.DoubleMarker;
            *(long*)((byte*)(fp + pc->A) + _shadow) = pc->Word;
        }
        else
        {
            fp[pc->A] = _constants[pc->B];
        }

        return Next;
    }

    private int StoreGlobal(long* fp, Instruction* pc)
    {
        if (!HasRoom(BoxBytesOf(fp[pc->A])))
        {
            return Retry;
        }

        StoreWithBarrier(_globals + pc->D, TaggedOf(fp + pc->A));
        return Next;
    }

    private long OuterContext(long* fp, uint depth)
    {
        var context = Object(fp[-2])[ObjectLayout.FunctionContextOffset / 8];
        for (; depth != 0; depth--)
        {
            context = Object(context)[3];
        }

        return context;
    }

    private int StoreContextSlot(long* fp, long context, Instruction* pc)
    {
        if (!HasRoom(BoxBytesOf(fp[pc->A])))
        {
            return Retry;
        }

        StoreWithBarrier(Object(context) + 2 + ObjectLayout.ContextPrefixWords + pc->D, TaggedOf(fp + pc->A));
        return Next;
    }

    private int NewContext(long* fp, Instruction* pc)
    {
        var words = ObjectLayout.ContextPrefixWords + (int)pc->C;
        if (!HasRoom(16 + (8 * words)))
        {
            return Retry;
        }

        var previous = pc->B != 0 ? fp[pc->B] : Object(fp[-2])[ObjectLayout.FunctionContextOffset / 8];
        var context = Allocate(16 + (8 * words), out var word);
        context[0] = ObjectLayout.ContextHeader;
        context[1] = Heap.Words.Tagged.SmallInteger(words);
        context[2] = Heap.Words.Tagged.Zero;
        context[3] = previous;
        new Span<long>(context + 4, (int)pc->C).Fill(_state->Undefined);
        fp[pc->A] = word;
        return Next;
    }

    private int CopyContext(long* fp, Instruction* pc)
    {
        var bytes = 16 + (8 * Heap.Words.Tagged.ToInteger(Object(fp[pc->A])[1]));
        if (!HasRoom(bytes))
        {
            return Retry;
        }

        var copy = Allocate(bytes, out var word);
        Buffer.MemoryCopy(Object(fp[pc->A]), copy, bytes, bytes);
        fp[pc->A] = word;
        return Next;
    }

    private int NewClosure(long* fp, Instruction* pc)
    {
        var info = (FunctionInfo*)(_base + _state->Functions) + pc->D;
        var canConstruct = (info->Flags & FunctionFlags.Constructor) != FunctionFlags.None;
        var bytes = canConstruct ? ObjectLayout.FunctionBytes : ObjectLayout.ArrowBytes;
        if (!HasRoom(bytes))
        {
            return Retry;
        }

        var context = pc->B != 0 ? fp[pc->B] : Object(fp[-2])[ObjectLayout.FunctionContextOffset / 8];
        var function = Allocate(bytes, out var word);
        var shape = canConstruct ? Realm.FunctionShape : Realm.ArrowShape;
        FillFunction(function, _shapes.Shapes[shape].Header, info, context);
        if ((info->Flags & FunctionFlags.Arrow) != FunctionFlags.None)
        {
            function[ObjectLayout.FunctionHomeOffset / 8] = Object(fp[-2])[ObjectLayout.FunctionHomeOffset / 8];
        }

        fp[pc->A] = word;
        return Next;
    }

    /// <summary>Initializes a function without prototype or home object.</summary>
    private void FillFunction(long* function, long header, FunctionInfo* info, long context)
    {
        function[0] = header;
        function[1] = _state->EmptyArray;
        function[2] = _state->EmptyArray;
        function[ObjectLayout.FunctionInfoOffset / 8] = (byte*)info - _base;
        function[ObjectLayout.FunctionContextOffset / 8] = context;
        function[ObjectLayout.FunctionHomeOffset / 8] = _state->Undefined;
        function[ObjectLayout.FunctionShapeOffset / 8] = 0;
        if (Heap.Words.ObjectHeader.FixedBytes(header) == ObjectLayout.FunctionBytes)
        {
            function[ObjectLayout.FunctionPrototypeOffset / 8] = _state->Hole;
        }
    }
}
