using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Lowering;
using ConcurrentGc.JavaScript.Shapes;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Calls, construction, return.</summary>
internal sealed unsafe partial class Machine
{
    /// <summary>Bit of a frame's return place: it was made by <c>new</c> or <c>super()</c>.</summary>
    private const long ConstructFlag = 2;

    private int Call(long* fp, Instruction* pc)
    {
        var frame = fp + pc->B;
        var callee = frame[-2];
        if (!IsObject(callee) || KindOf(callee) != ObjectLayout.KindFunction)
        {
            return ThrowNotCallable(fp, pc, "is not a function");
        }

        if (pc->Op != OpCode.Call)
        {
            frame[0] = _state->Undefined;
        }

        var info = FunctionInfoOf(callee);
        if ((info->Flags & FunctionFlags.BuiltIn) != FunctionFlags.None)
        {
            return FinishBuiltIn(CallBuiltIn((BuiltIns.BuiltIn)info->BuiltIn, frame, (int)pc->C, newTarget: 0), fp + pc->A);
        }

        if ((info->Flags & FunctionFlags.ClassConstructor) != FunctionFlags.None)
        {
            return Throw(ErrorKind.TypeError, $"Class constructor {TextOf(_constants[info->Name])} cannot be invoked without 'new'");
        }

        if ((info->Flags & FunctionFlags.SloppyThis) != FunctionFlags.None && !IsObject(frame[0]))
        {
            return EndForSloppyThis();
        }

        return Enter(fp, pc, frame, info, (int)pc->C, flag: 0, newTarget: 0);
    }

    private int FinishBuiltIn(int status, long* target)
    {
        if (status == Next)
        {
            *target = _state->Result;
            if (*target == ObjectLayout.DoubleMarker)
            {
                Shadow(target) = _state->ResultNumber;
            }
        }

        return status;
    }

    private int Enter(long* fp, Instruction* pc, long* frame, FunctionInfo* info, int arguments, long flag, long newTarget)
    {
        var end = (byte*)(frame + Math.Max(info->FrameWords, arguments + 1 + (2 * FunctionCompiler.LinkWords))) - _base;
        if (end > _state->StackUsed)
        {
            if (end + 64 > _state->StackEnd)
            {
                return Throw(ErrorKind.RangeError, "Maximum call stack size exceeded");
            }

            _state->StackUsed = Math.Min(end + _state->StackGrant, _state->StackEnd);
        }

        frame[-4] = (byte*)frame - (byte*)fp;
        frame[-3] = ((byte*)(pc + 1) - _base) | flag;
        frame[-1] = newTarget;
        for (var i = arguments + 1; i <= info->Parameters; i++)
        {
            frame[i] = _state->Undefined;
        }

        ClearLocals(frame, info);
        _state->Frame = (byte*)frame - _base;
        _state->Instruction = info->Code;
        _state->Budget -= info->Cost;
        return Reload;
    }

    private int Construct(long* fp, Instruction* pc)
    {
        var frame = fp + pc->B;
        var callee = frame[-2];
        return IsConstructor(callee) ? ConstructWith(fp, pc, frame, callee, callee) : ThrowNotCallable(fp, pc, "is not a constructor");
    }

    private int ConstructWith(long* fp, Instruction* pc, long* frame, long callee, long newTarget)
    {
        var info = FunctionInfoOf(callee);
        if ((info->Flags & FunctionFlags.BuiltIn) != FunctionFlags.None)
        {
            return FinishBuiltIn(CallBuiltIn((BuiltIns.BuiltIn)info->BuiltIn, frame, (int)pc->C, newTarget), fp + pc->A);
        }

        if ((info->Flags & FunctionFlags.Derived) != FunctionFlags.None)
        {
            frame[0] = _state->Hole;
            frame[-2] = callee;
            return Enter(fp, pc, frame, info, (int)pc->C, ConstructFlag, newTarget);
        }

        if (!TryInstanceShape(newTarget, out var shape))
        {
            return Retry;
        }

        var header = _shapes.Shapes[shape].Header;
        if (!HasRoom(ObjectHeader.FixedBytes(header)))
        {
            return Retry;
        }

        FillObject(Allocate(ObjectHeader.FixedBytes(header), out frame[0]), header);
        CountInstance(shape);
        if (info->Template != 0 && callee == newTarget && _shapes.Shapes[shape].SlackLeft == 0)
        {
            LearnTemplate(info, shape);
        }

        frame[-2] = callee;
        return Enter(fp, pc, frame, info, (int)pc->C, ConstructFlag, newTarget);
    }

    /// <summary>Learns what instances of a constructor that only assigns look like, once their size is settled.</summary>
    private void LearnTemplate(FunctionInfo* info, int root)
    {
        var template = (InstanceTemplate*)(_base + info->Template);
        var words = (long*)(template + 1);
        var shape = root;
        var names = _code.Functions[info->Index].SimpleFields!;
        for (var i = 0; i < names.Count; i++)
        {
            shape = _shapes.Add(shape, names[i].Name);
            ref var known = ref _shapes.Shapes[shape];
            if (known.Properties > known.Capacity || known.Representation is not (Representation.Smi or Representation.Tagged))
            {
                return;
            }

            words[(2 * i) + 1] = known.Representation == Representation.Tagged ? 2 : 3;
        }

        template->Complete = _shapes.Shapes[shape].Header;
        template->Initial = _shapes.Shapes[root].Header;
    }

    private void CountInstance(int shape)
    {
        if (_shapes.Shapes[shape].SlackLeft > 0 && --_shapes.Shapes[shape].SlackLeft == 0)
        {
            _shapes.FinishSlackTracking(shape);
        }
    }

    /// <summary>The shape of new instances of a constructor.</summary>
    /// <returns>False: return <see cref="Retry"/>.</returns>
    private bool TryInstanceShape(long constructor, out int shape)
    {
        var function = Object(constructor);
        shape = Tagged.ToInteger(function[ObjectLayout.FunctionShapeOffset / 8]);
        if (shape != 0)
        {
            return true;
        }

        if (!TryEnsurePrototype(constructor, out var prototype))
        {
            return false;
        }

        if (!IsObject(prototype))
        {
            prototype = _shapes.Prototypes[Realm.ObjectPrototype];
        }

        MakePrototype(prototype);
        var capacity = ExpectedProperties(constructor, out var builtIn) + Realm.SlackProperties;
        if (builtIn is >= BuiltIns.BuiltIn.Map and <= BuiltIns.BuiltIn.FinalizationRegistry)
        {
            shape = _shapes.AddSubclassRoot(Realm.MapShape + (builtIn - BuiltIns.BuiltIn.Map), _shapes.PrototypeIndex(prototype));
        }
        else
        {
            var kind = builtIn == BuiltIns.BuiltIn.Object ? ObjectLayout.KindObject : ObjectLayout.KindError;
            shape = _shapes.AddRoot(-1, kind, ObjectLayout.ObjectPrefixBytes, Math.Min(capacity, Realm.MaximumLiteralCapacity), _shapes.PrototypeIndex(prototype));
            _shapes.Shapes[shape].SlackLeft = Realm.SlackInstances;
        }

        function[ObjectLayout.FunctionShapeOffset / 8] = Tagged.SmallInteger(shape);
        return true;
    }

    private int ExpectedProperties(long constructor, out BuiltIns.BuiltIn builtIn)
    {
        var expected = 0;
        builtIn = BuiltIns.BuiltIn.Object;
        for (var at = constructor; IsConstructor(at); at = PrototypeOf(at))
        {
            var info = FunctionInfoOf(at);
            expected += info->ExpectedProperties;
            if ((info->Flags & FunctionFlags.BuiltIn) != FunctionFlags.None)
            {
                builtIn = (BuiltIns.BuiltIn)info->BuiltIn;
            }

            if ((info->Flags & FunctionFlags.Derived) == FunctionFlags.None)
            {
                break;
            }
        }

        return expected;
    }

    private int CallSuper(long* fp, Instruction* pc)
    {
        var parent = PrototypeOf(fp[-2]);
        return IsConstructor(parent)
            ? ConstructWith(fp, pc, fp + pc->B, parent, fp[-1])
            : Throw(ErrorKind.TypeError, $"Super constructor {DescribeWord(parent)} of anonymous class is not a constructor");
    }

    private int ForwardSuper(long* fp, Instruction* pc)
    {
        var parent = PrototypeOf(fp[-2]);
        if (!IsConstructor(parent))
        {
            return Throw(ErrorKind.TypeError, $"Super constructor {DescribeWord(parent)} of anonymous class is not a constructor");
        }

        var count = ForwardedArguments(fp);
        var used = Math.Max(FunctionOf(fp)->FrameWords, count + 1);
        var frame = fp + used + (2 * FunctionCompiler.LinkWords);
        if ((byte*)(frame + count + 64) - _base > _state->StackUsed)
        {
            if ((byte*)(frame + count + StackGrantWords) - _base > _state->StackEnd)
            {
                return Throw(ErrorKind.RangeError, "Maximum call stack size exceeded");
            }

            _state->StackUsed = Math.Min((byte*)(frame + count + StackGrantWords) - _base, _state->StackEnd);
        }

        new Span<long>(fp + used, 2 * FunctionCompiler.LinkWords).Clear();
        for (var i = 1; i <= count; i++)
        {
            frame[i] = fp[i];
            Shadow(frame + i) = Shadow(fp + i);
        }

        // All arguments of this frame lie after its `this`; how many there are is kept below the links, for a parent that forwards them too.
        frame[-1 - FunctionCompiler.LinkWords] = Tagged.SmallInteger(count);
        return ForwardTo(fp, pc, frame, parent, count);
    }

    /// <summary>Arguments of a frame that forwards all of them: more than its registers, so that the call must be asked.</summary>
    private int ForwardedArguments(long* frame)
    {
        var call = (Instruction*)(_base + (frame[-3] & ~ConstructFlag)) - 1;
        return call->Op == OpCode.ForwardSuper ? Tagged.ToInteger(frame[-1 - FunctionCompiler.LinkWords]) : (int)call->C;
    }

    private int ForwardTo(long* fp, Instruction* pc, long* frame, long parent, int count)
    {
        var info = FunctionInfoOf(parent);
        var newTarget = fp[-1];
        frame[-2] = parent;
        if ((info->Flags & FunctionFlags.BuiltIn) != FunctionFlags.None)
        {
            return FinishBuiltIn(CallBuiltIn((BuiltIns.BuiltIn)info->BuiltIn, frame, count, newTarget), fp + pc->A);
        }

        frame[0] = _state->Hole;
        if ((info->Flags & FunctionFlags.Derived) == FunctionFlags.None)
        {
            if (!TryInstanceShape(newTarget, out var shape))
            {
                return Retry;
            }

            var header = _shapes.Shapes[shape].Header;
            if (!HasRoom(ObjectHeader.FixedBytes(header)))
            {
                return Retry;
            }

            FillObject(Allocate(ObjectHeader.FixedBytes(header), out frame[0]), header);
            CountInstance(shape);
        }

        return Enter(fp, pc, frame, info, count, ConstructFlag, newTarget);
    }

    private int BindThis(long* fp, Instruction* pc)
    {
        if (fp[0] != _state->Hole)
        {
            return Throw(ErrorKind.ReferenceError, "Super constructor may only be called once");
        }

        fp[0] = fp[pc->B];
        return Next;
    }

    private int Return(long* fp, long* value) =>
        Leave(fp, (fp[-3] & ConstructFlag) == 0 || IsObject(*value) ? value : fp);

    private int ReturnDerived(long* fp, long* value)
    {
        if (IsObject(*value))
        {
            return Leave(fp, value);
        }

        if (*value != _state->Undefined)
        {
            return Throw(ErrorKind.TypeError, "Derived constructors may only return object or undefined");
        }

        return fp[0] == _state->Hole ? ThrowNoSuper() : Leave(fp, fp);
    }

    private int Leave(long* fp, long* value)
    {
        var pc = (Instruction*)(_base + (fp[-3] & ~ConstructFlag));
        fp = (long*)((byte*)fp - fp[-4]);
        fp[pc[-1].A] = *value;
        if (*value == ObjectLayout.DoubleMarker)
        {
            Shadow(fp + pc[-1].A) = Shadow(value);
        }

        _state->Frame = (byte*)fp - _base;
        _state->Instruction = (byte*)pc - _base;
        return Reload;
    }
}
