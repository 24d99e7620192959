using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>The loop: the common case of each instruction. Everything else is one call of <see cref="RunSlow"/>.</summary>
internal sealed unsafe partial class Machine
{
    // Note [The interpreter loop].
    //
    // One method, because a call per instruction would cost more than the instruction; that is why this file is long.
    // Locals that matter: pc, fp, the base of the heap, the state. A case that cannot finish by its common path leaves by
    // `goto slow` before it has changed anything; RunSlow reads the same instruction from memory.
    // A register is a tagged word. The word 2 says that a double is in the shadow stack, so that both-small-integers is
    // one test of two bits, and the collector skips it like any small integer.

    /// <summary>Runs the program: see <see cref="IProgram.Run"/>.</summary>
    /// <param name="context">The mutator's context.</param>
    /// <param name="turn">The host.</param>
    /// <typeparam name="TTurn">The host's struct.</typeparam>
    public ProgramStop Run<TTurn>(ref ProgramContext context, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _state->Context = context;
        Resume();
        _state->Now = turn.Now;
        var stop = RunLoop(ref turn);
        Suspend(stop);
        turn.Pay(InstructionWork, _state->Granted - _state->Budget);
        turn.Pay(Work.AllocateByte, TakeUnpaidBytes());
        _state->Granted = _state->Budget;
        context = _state->Context;
        return stop;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SuppressMessage("Design", "MA0051:Method is too long", Justification = "See Note [The interpreter loop].")]
    private ProgramStop RunLoop<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = _base;
        var state = _state;
        var pc = (Instruction*)(heap + state->Instruction);
        var fp = (long*)(heap + state->Frame);
        var budget = state->Budget;
        long a;
        long b;
        long* thing;
        while (true)
        {
            switch (pc->Op)
            {
                case OpCode.LoadWord:
                    fp[pc->A] = pc->Word;
                    pc++;
                    continue;
                case OpCode.LoadConstant:
                    fp[pc->A] = _constants[pc->D];
                    pc++;
                    continue;
                case OpCode.Move:
                    a = fp[pc->B];
                    fp[pc->A] = a;
                    if (a == ObjectLayout.DoubleMarker)
                    {
                        Shadow(fp + pc->A) = Shadow(fp + pc->B);
                    }

                    pc++;
                    continue;
                case OpCode.LoadGlobal:
                    a = _globals[pc->D];
                    fp[pc->A] = a;
                    pc++;
                    continue;
                case OpCode.LoadGlobalChecked:
                    a = _globals[pc->D];
                    if (a == state->Hole)
                    {
                        goto slow;
                    }

                    fp[pc->A] = a;
                    pc->Op = OpCode.LoadGlobal;
                    pc++;
                    continue;
                case OpCode.StoreGlobal:
                    a = fp[pc->A];
                    if ((a & 3) != 0)
                    {
                        goto slow; // a double, or a pointer, which needs the barrier
                    }

                    _globals[pc->D] = a;
                    pc++;
                    continue;
                case OpCode.LoadContext:
                    fp[pc->A] = *(long*)(heap + fp[pc->B] - 1 + 16 + (8 * (ObjectLayout.ContextPrefixWords + pc->D)));
                    pc++;
                    continue;
                case OpCode.LoadOuter:
                    a = *(long*)(heap + fp[-2] - 1 + ObjectLayout.FunctionContextOffset);
                    for (var depth = pc->C; depth != 0; depth--)
                    {
                        a = *(long*)(heap + a - 1 + 24);
                    }

                    fp[pc->A] = *(long*)(heap + a - 1 + 16 + (8 * (ObjectLayout.ContextPrefixWords + pc->D)));
                    pc++;
                    continue;
                case OpCode.ThrowIfHole:
                    if (fp[pc->A] == state->Hole)
                    {
                        goto slow;
                    }

                    pc++;
                    continue;
                case OpCode.Add:
                    a = fp[pc->B];
                    b = fp[pc->C];
                    if (((a | b) & 3) == 0)
                    {
                        var sum = (a >> 32) + (b >> 32);
                        if (sum == (int)sum)
                        {
                            fp[pc->A] = sum << 32;
                            pc++;
                            continue;
                        }
                    }

                    if (((a | b) & 1) == 0 && IsUnboxed(fp, pc))
                    {
                        Shadow(fp + pc->A) = NumberOf(fp + pc->B) + NumberOf(fp + pc->C);
                        fp[pc->A] = ObjectLayout.DoubleMarker;
                        pc++;
                        continue;
                    }

                    goto slow;
                case OpCode.AddInteger:
                    a = fp[pc->B];
                    if ((a & 3) == 0)
                    {
                        var sum = (a >> 32) + pc->D;
                        if (sum == (int)sum)
                        {
                            fp[pc->A] = sum << 32;
                            pc++;
                            continue;
                        }
                    }

                    if ((a & 1) == 0 && IsUnboxed(fp, pc))
                    {
                        Shadow(fp + pc->A) = NumberOf(fp + pc->B) + pc->D;
                        fp[pc->A] = ObjectLayout.DoubleMarker;
                        pc++;
                        continue;
                    }

                    goto slow;
                case OpCode.Increment:
                    a = fp[pc->B];
                    if ((a & 3) == 0)
                    {
                        var sum = (a >> 32) + pc->D;
                        if (sum == (int)sum)
                        {
                            fp[pc->A] = sum << 32;
                            pc++;
                            continue;
                        }
                    }

                    if ((a & 1) == 0 && IsUnboxed(fp, pc))
                    {
                        Shadow(fp + pc->A) = NumberOf(fp + pc->B) + pc->D;
                        fp[pc->A] = ObjectLayout.DoubleMarker;
                        pc++;
                        continue;
                    }

                    goto slow;
                case OpCode.Subtract:
                    a = fp[pc->B];
                    b = fp[pc->C];
                    if (((a | b) & 3) == 0)
                    {
                        var difference = (a >> 32) - (b >> 32);
                        if (difference == (int)difference)
                        {
                            fp[pc->A] = difference << 32;
                            pc++;
                            continue;
                        }
                    }

                    if (((a | b) & 1) == 0 && IsUnboxed(fp, pc))
                    {
                        Shadow(fp + pc->A) = NumberOf(fp + pc->B) - NumberOf(fp + pc->C);
                        fp[pc->A] = ObjectLayout.DoubleMarker;
                        pc++;
                        continue;
                    }

                    goto slow;
                case OpCode.SubtractInteger:
                    a = fp[pc->B];
                    if ((a & 3) == 0)
                    {
                        var difference = (a >> 32) - pc->D;
                        if (difference == (int)difference)
                        {
                            fp[pc->A] = difference << 32;
                            pc++;
                            continue;
                        }
                    }

                    goto slow;
                case OpCode.Multiply:
                    a = fp[pc->B];
                    b = fp[pc->C];
                    if (((a | b) & 3) == 0)
                    {
                        var product = (a >> 32) * (b >> 32);
                        if (product == (int)product && product != 0)
                        {
                            fp[pc->A] = product << 32;
                            pc++;
                            continue;
                        }
                    }

                    if (((a | b) & 1) == 0 && IsUnboxed(fp, pc) && ((a | b) & 2) != 0)
                    {
                        Shadow(fp + pc->A) = NumberOf(fp + pc->B) * NumberOf(fp + pc->C);
                        fp[pc->A] = ObjectLayout.DoubleMarker;
                        pc++;
                        continue;
                    }

                    goto slow;
                case OpCode.MultiplyInteger:
                    a = fp[pc->B];
                    if ((a & 3) == 0)
                    {
                        var product = (a >> 32) * pc->D;
                        if (product == (int)product && product != 0)
                        {
                            fp[pc->A] = product << 32;
                            pc++;
                            continue;
                        }
                    }

                    if ((a & 1) == 0 && IsUnboxed(fp, pc) && pc->D > 0 && a != 0)
                    {
                        Shadow(fp + pc->A) = NumberOf(fp + pc->B) * pc->D;
                        fp[pc->A] = ObjectLayout.DoubleMarker;
                        pc++;
                        continue;
                    }

                    goto slow;
                case OpCode.Remainder:
                    a = fp[pc->B];
                    b = fp[pc->C];
                    if (((a | b) & 3) == 0 && a >= 0 && b > 0)
                    {
                        fp[pc->A] = (long)((uint)(a >> 32) % (uint)(b >> 32)) << 32;
                        pc++;
                        continue;
                    }

                    goto slow;
                case OpCode.RemainderInteger:
                    a = fp[pc->B];
                    if ((a & 3) == 0 && a >= 0 && pc->D > 0)
                    {
                        fp[pc->A] = (long)((uint)(a >> 32) % (uint)pc->D) << 32;
                        pc++;
                        continue;
                    }

                    goto slow;
                case OpCode.And:
                    a = fp[pc->B];
                    b = fp[pc->C];
                    if (((a | b) & 3) != 0)
                    {
                        goto slow;
                    }

                    fp[pc->A] = a & b;
                    pc++;
                    continue;
                case OpCode.Or:
                    a = fp[pc->B];
                    b = fp[pc->C];
                    if (((a | b) & 3) != 0)
                    {
                        goto slow;
                    }

                    fp[pc->A] = a | b;
                    pc++;
                    continue;
                case OpCode.Xor:
                    a = fp[pc->B];
                    b = fp[pc->C];
                    if (((a | b) & 3) != 0)
                    {
                        goto slow;
                    }

                    fp[pc->A] = a ^ b;
                    pc++;
                    continue;
                case OpCode.AndInteger:
                    a = fp[pc->B];
                    if ((a & 3) != 0)
                    {
                        goto slow;
                    }

                    fp[pc->A] = a & ((long)pc->D << 32);
                    pc++;
                    continue;
                case OpCode.OrInteger:
                    a = fp[pc->B];
                    if ((a & 3) == 0)
                    {
                        fp[pc->A] = a | ((long)pc->D << 32);
                        pc++;
                        continue;
                    }

                    if (a == ObjectLayout.DoubleMarker)
                    {
                        fp[pc->A] = (long)(NumberConversion.ToInt32(Shadow(fp + pc->B)) | pc->D) << 32;
                        pc++;
                        continue;
                    }

                    goto slow;
                case OpCode.XorInteger:
                    a = fp[pc->B];
                    if ((a & 3) != 0)
                    {
                        goto slow;
                    }

                    fp[pc->A] = a ^ ((long)pc->D << 32);
                    pc++;
                    continue;
                case OpCode.ShiftLeft:
                    a = fp[pc->B];
                    b = fp[pc->C];
                    if (((a | b) & 3) != 0)
                    {
                        goto slow;
                    }

                    fp[pc->A] = (long)((int)(a >> 32) << (int)(b >> 32)) << 32;
                    pc++;
                    continue;
                case OpCode.ShiftLeftInteger:
                    a = fp[pc->B];
                    if ((a & 3) != 0)
                    {
                        goto slow;
                    }

                    fp[pc->A] = (long)((int)(a >> 32) << pc->D) << 32;
                    pc++;
                    continue;
                case OpCode.ShiftRight:
                    a = fp[pc->B];
                    b = fp[pc->C];
                    if (((a | b) & 3) != 0)
                    {
                        goto slow;
                    }

                    fp[pc->A] = (long)((int)(a >> 32) >> (int)(b >> 32)) << 32;
                    pc++;
                    continue;
                case OpCode.ShiftRightInteger:
                    a = fp[pc->B];
                    if ((a & 3) != 0)
                    {
                        goto slow;
                    }

                    fp[pc->A] = (long)((int)(a >> 32) >> pc->D) << 32;
                    pc++;
                    continue;
                case OpCode.ShiftRightUnsignedInteger:
                    a = fp[pc->B];
                    if ((a & 3) == 0)
                    {
                        var shifted = (uint)(a >> 32) >> pc->D;
                        if (shifted <= int.MaxValue)
                        {
                            fp[pc->A] = (long)shifted << 32;
                            pc++;
                            continue;
                        }
                    }

                    goto slow;
                case OpCode.Jump:
                    pc += pc->D;
                    continue;
                case OpCode.JumpLoop:
                    budget -= pc->C;
                    pc += pc->D;
                    if (budget < 0)
                    {
                        goto poll;
                    }

                    continue;
                case OpCode.JumpIfTrue:
                    a = fp[pc->B];
                    if (a == state->True)
                    {
                        pc += pc->D;
                        continue;
                    }

                    if (a == state->False)
                    {
                        pc++;
                        continue;
                    }

                    goto slow;
                case OpCode.JumpIfFalse:
                    a = fp[pc->B];
                    if (a == state->True)
                    {
                        pc++;
                        continue;
                    }

                    if (a == state->False)
                    {
                        pc += pc->D;
                        continue;
                    }

                    goto slow;
                case OpCode.JumpIfNull:
                    pc += fp[pc->B] == state->Null ? pc->D : 1;
                    continue;
                case OpCode.JumpIfNotNull:
                    pc += fp[pc->B] == state->Null ? 1 : pc->D;
                    continue;
                case OpCode.JumpIfUndefined:
                    pc += fp[pc->B] == state->Undefined ? pc->D : 1;
                    continue;
                case OpCode.JumpIfNotUndefined:
                    pc += fp[pc->B] == state->Undefined ? 1 : pc->D;
                    continue;
                case OpCode.JumpIfLess:
                    a = fp[pc->B];
                    b = fp[pc->C];
                    if (((a | b) & 3) != 0)
                    {
                        if (((a | b) & 1) != 0)
                        {
                            goto slow;
                        }

                        pc += NumberOf(fp + pc->B) < NumberOf(fp + pc->C) ? pc->D : 1;
                        continue;
                    }

                    pc += a < b ? pc->D : 1;
                    continue;
                case OpCode.JumpUnlessLess:
                    a = fp[pc->B];
                    b = fp[pc->C];
                    if (((a | b) & 3) != 0)
                    {
                        if (((a | b) & 1) != 0)
                        {
                            goto slow;
                        }

                        pc += NumberOf(fp + pc->B) < NumberOf(fp + pc->C) ? 1 : pc->D;
                        continue;
                    }

                    pc += a < b ? 1 : pc->D;
                    continue;
                case OpCode.JumpIfLessEqual:
                    a = fp[pc->B];
                    b = fp[pc->C];
                    if (((a | b) & 3) != 0)
                    {
                        if (((a | b) & 1) != 0)
                        {
                            goto slow;
                        }

                        pc += NumberOf(fp + pc->B) <= NumberOf(fp + pc->C) ? pc->D : 1;
                        continue;
                    }

                    pc += a <= b ? pc->D : 1;
                    continue;
                case OpCode.JumpUnlessLessEqual:
                    a = fp[pc->B];
                    b = fp[pc->C];
                    if (((a | b) & 3) != 0)
                    {
                        if (((a | b) & 1) != 0)
                        {
                            goto slow;
                        }

                        pc += NumberOf(fp + pc->B) <= NumberOf(fp + pc->C) ? 1 : pc->D;
                        continue;
                    }

                    pc += a <= b ? 1 : pc->D;
                    continue;
                case OpCode.JumpIfGreater:
                    a = fp[pc->B];
                    b = fp[pc->C];
                    if (((a | b) & 3) != 0)
                    {
                        if (((a | b) & 1) != 0)
                        {
                            goto slow;
                        }

                        pc += NumberOf(fp + pc->B) > NumberOf(fp + pc->C) ? pc->D : 1;
                        continue;
                    }

                    pc += a > b ? pc->D : 1;
                    continue;
                case OpCode.JumpUnlessGreater:
                    a = fp[pc->B];
                    b = fp[pc->C];
                    if (((a | b) & 3) != 0)
                    {
                        if (((a | b) & 1) != 0)
                        {
                            goto slow;
                        }

                        pc += NumberOf(fp + pc->B) > NumberOf(fp + pc->C) ? 1 : pc->D;
                        continue;
                    }

                    pc += a > b ? 1 : pc->D;
                    continue;
                case OpCode.JumpIfGreaterEqual:
                    a = fp[pc->B];
                    b = fp[pc->C];
                    if (((a | b) & 3) != 0)
                    {
                        if (((a | b) & 1) != 0)
                        {
                            goto slow;
                        }

                        pc += NumberOf(fp + pc->B) >= NumberOf(fp + pc->C) ? pc->D : 1;
                        continue;
                    }

                    pc += a >= b ? pc->D : 1;
                    continue;
                case OpCode.JumpUnlessGreaterEqual:
                    a = fp[pc->B];
                    b = fp[pc->C];
                    if (((a | b) & 3) != 0)
                    {
                        if (((a | b) & 1) != 0)
                        {
                            goto slow;
                        }

                        pc += NumberOf(fp + pc->B) >= NumberOf(fp + pc->C) ? 1 : pc->D;
                        continue;
                    }

                    pc += a >= b ? 1 : pc->D;
                    continue;
                case OpCode.JumpIfStrictEqual:
                    a = fp[pc->B];
                    b = fp[pc->C];
                    if (((a | b) & 3) == 0)
                    {
                        pc += a == b ? pc->D : 1;
                        continue;
                    }

                    // The same object is equal to itself, unless it is a number that may be NaN; two objects of the language differ.
                    if ((a & b & 1) != 0 && (*(long*)(heap + a - 1) >> 32 & ObjectLayout.KindMask) >= ObjectLayout.KindObject)
                    {
                        pc += a == b ? pc->D : 1;
                        continue;
                    }

                    goto slow;
                case OpCode.JumpIfStrictNotEqual:
                    a = fp[pc->B];
                    b = fp[pc->C];
                    if (((a | b) & 3) == 0)
                    {
                        pc += a == b ? 1 : pc->D;
                        continue;
                    }

                    if ((a & b & 1) != 0 && (*(long*)(heap + a - 1) >> 32 & ObjectLayout.KindMask) >= ObjectLayout.KindObject)
                    {
                        pc += a == b ? 1 : pc->D;
                        continue;
                    }

                    goto slow;
                case OpCode.JumpIfLessInteger:
                    a = fp[pc->B];
                    if ((a & 3) != 0)
                    {
                        goto slow;
                    }

                    pc += (int)(a >> 32) < (int)pc->C ? pc->D : 1;
                    continue;
                case OpCode.JumpUnlessLessInteger:
                    a = fp[pc->B];
                    if ((a & 3) != 0)
                    {
                        goto slow;
                    }

                    pc += (int)(a >> 32) < (int)pc->C ? 1 : pc->D;
                    continue;
                case OpCode.JumpIfLessEqualInteger:
                    a = fp[pc->B];
                    if ((a & 3) != 0)
                    {
                        goto slow;
                    }

                    pc += (int)(a >> 32) <= (int)pc->C ? pc->D : 1;
                    continue;
                case OpCode.JumpUnlessLessEqualInteger:
                    a = fp[pc->B];
                    if ((a & 3) != 0)
                    {
                        goto slow;
                    }

                    pc += (int)(a >> 32) <= (int)pc->C ? 1 : pc->D;
                    continue;
                case OpCode.JumpIfGreaterInteger:
                    a = fp[pc->B];
                    if ((a & 3) != 0)
                    {
                        goto slow;
                    }

                    pc += (int)(a >> 32) > (int)pc->C ? pc->D : 1;
                    continue;
                case OpCode.JumpUnlessGreaterInteger:
                    a = fp[pc->B];
                    if ((a & 3) != 0)
                    {
                        goto slow;
                    }

                    pc += (int)(a >> 32) > (int)pc->C ? 1 : pc->D;
                    continue;
                case OpCode.JumpIfGreaterEqualInteger:
                    a = fp[pc->B];
                    if ((a & 3) != 0)
                    {
                        goto slow;
                    }

                    pc += (int)(a >> 32) >= (int)pc->C ? pc->D : 1;
                    continue;
                case OpCode.JumpUnlessGreaterEqualInteger:
                    a = fp[pc->B];
                    if ((a & 3) != 0)
                    {
                        goto slow;
                    }

                    pc += (int)(a >> 32) >= (int)pc->C ? 1 : pc->D;
                    continue;
                case OpCode.JumpIfStrictEqualInteger:
                    a = fp[pc->B];
                    if ((a & 3) != 0)
                    {
                        goto slow;
                    }

                    pc += (int)(a >> 32) == (int)pc->C ? pc->D : 1;
                    continue;
                case OpCode.JumpIfStrictNotEqualInteger:
                    a = fp[pc->B];
                    if ((a & 3) != 0)
                    {
                        goto slow;
                    }

                    pc += (int)(a >> 32) == (int)pc->C ? 1 : pc->D;
                    continue;
                case OpCode.GetField:
                    a = fp[pc->B];
                    if ((a & 1) != 0)
                    {
                        thing = (long*)(heap + a - 1);
                        var cache = _caches + pc->D;
                        if (*thing == cache->Header)
                        {
                            fp[pc->A] = *(long*)((byte*)thing + cache->Offset);
                            pc++;
                            continue;
                        }

                        if (*thing == cache->Header2 && cache->Kind2 == CacheKind.Field)
                        {
                            fp[pc->A] = *(long*)((byte*)thing + cache->Offset2);
                            pc++;
                            continue;
                        }
                    }

                    goto slow;
                case OpCode.GetMethod:
                    a = fp[pc->B];
                    if ((a & 1) != 0)
                    {
                        thing = (long*)(heap + a - 1);
                        var cache = _caches + pc->D;
                        if (*thing == cache->Header)
                        {
                            fp[pc->A] = *(long*)(heap + _shapes.Prototypes[cache->Prototype] - 1 + cache->Offset);
                            pc++;
                            continue;
                        }

                        if (*thing == cache->Header2 && cache->Kind2 == CacheKind.Field)
                        {
                            fp[pc->A] = *(long*)((byte*)thing + cache->Offset2);
                            pc++;
                            continue;
                        }
                    }

                    goto slow;
                case OpCode.GetLength:
                    a = fp[pc->B];
                    if ((a & 1) != 0)
                    {
                        thing = (long*)(heap + a - 1);
                        if ((*thing >> 32 & ObjectLayout.KindMask) == ObjectLayout.KindArray)
                        {
                            fp[pc->A] = thing[3];
                            pc++;
                            continue;
                        }
                    }

                    goto slow;
                case OpCode.SetField:
                    a = fp[pc->A];
                    b = fp[pc->B];
                    if ((a & 1) != 0)
                    {
                        thing = (long*)(heap + a - 1);
                        var cache = _caches + pc->D;
                        if (*thing == cache->Header && (b & cache->Mask) == 0)
                        {
                            WriteBarrier.Store(_heap, a - 1, a - 1 + cache->Offset, b);
                            pc++;
                            continue;
                        }

                        if (*thing == cache->Header2 && cache->Kind2 == CacheKind.Field && b != ObjectLayout.DoubleMarker)
                        {
                            WriteBarrier.Store(_heap, a - 1, a - 1 + cache->Offset2, b);
                            pc++;
                            continue;
                        }
                    }

                    goto slow;
                case OpCode.AddField:
                case OpCode.DefineField:
                    a = fp[pc->A];
                    b = fp[pc->B];
                    if ((a & 1) != 0)
                    {
                        thing = (long*)(heap + a - 1);
                        var cache = _caches + pc->D;
                        if (*thing == cache->Header && (b & cache->Mask) == 0)
                        {
                            WriteBarrier.Store(_heap, a - 1, a - 1 + cache->Offset, b);
                            *thing = cache->NewHeader;

                            pc++;
                            continue;
                        }
                    }

                    goto slow;
                case OpCode.GetElement:
                    a = fp[pc->B];
                    b = fp[pc->C];
                    if ((a & 1) != 0 && (b & 3) == 0)
                    {
                        thing = (long*)(heap + a - 1);
                        if ((*thing & ~ObjectLayout.ArrayKindBit) == ObjectLayout.SmiArrayHeader)
                        {
                            if ((ulong)b < (ulong)thing[3])
                            {
                                a = *(long*)(heap + thing[2] - 1 + 16 + (b >> 29));
                                if (a != state->Hole)
                                {
                                    fp[pc->A] = a;
                                    pc++;
                                    continue;
                                }
                            }
                        }
                        else if (*thing == ObjectLayout.DoubleArrayObjectHeader && IsUnboxed(fp, pc) && (ulong)b < (ulong)thing[3])
                        {
                            a = *(long*)(heap + thing[2] - 1 + 16 + (b >> 29));
                            if (a != ObjectLayout.HoleBits)
                            {
                                *(long*)((byte*)(fp + pc->A) + _shadow) = a;
                                fp[pc->A] = ObjectLayout.DoubleMarker;
                                pc++;
                                continue;
                            }
                        }
                    }

                    goto slow;
                case OpCode.SetElement:
                    a = fp[pc->A];
                    b = fp[pc->B];
                    if ((a & 1) != 0 && (b & 3) == 0)
                    {
                        thing = (long*)(heap + a - 1);
                        var value = fp[pc->C];
                        if (*thing == ObjectLayout.ValueArrayHeader)
                        {
                            if ((ulong)b < (ulong)thing[3] && (value & 2) == 0)
                            {
                                thing = (long*)(heap + thing[2] - 1);
                                if (*thing == ObjectLayout.FixedArrayHeader)
                                {
                                    a = (byte*)thing - heap;
                                    WriteBarrier.Store(_heap, a, a + 16 + (b >> 29), value);

                                    pc++;
                                    continue;
                                }
                            }
                        }
                        else if (*thing == ObjectLayout.SmiArrayHeader)
                        {
                            if ((ulong)b < (ulong)thing[3] && (value & 3) == 0)
                            {
                                thing = (long*)(heap + thing[2] - 1);
                                if (*thing == ObjectLayout.FixedArrayHeader)
                                {
                                    *(long*)((byte*)thing + 16 + (b >> 29)) = value;
                                    pc++;
                                    continue;
                                }
                            }
                        }
                        else if (*thing == ObjectLayout.DoubleArrayObjectHeader && value == ObjectLayout.DoubleMarker
                            && (ulong)b < (ulong)thing[3])
                        {
                            *(double*)(heap + thing[2] - 1 + 16 + (b >> 29)) = Shadow(fp + pc->C);
                            pc++;
                            continue;
                        }
                    }

                    goto slow;
                case OpCode.Call:
                case OpCode.CallPlain:
                case OpCode.CallGlobal:
                    {
                        var frame = fp + pc->B;
                        if (pc->Op == OpCode.CallGlobal)
                        {
                            frame[-2] = _globals[pc->D];
                        }

                        a = frame[-2];
                        if ((a & 1) == 0)
                        {
                            goto slow;
                        }

                        thing = (long*)(heap + a - 1);
                        if ((*thing >> 32 & ObjectLayout.KindMask) != ObjectLayout.KindFunction)
                        {
                            goto slow;
                        }

                        var info = (FunctionInfo*)(heap + thing[3]);
                        if ((info->Flags & (FunctionFlags.BuiltIn | FunctionFlags.ClassConstructor)) != FunctionFlags.None
                            || (byte*)(frame + info->FrameWords) - heap > state->StackUsed)
                        {
                            goto slow;
                        }

                        if (pc->Op != OpCode.Call)
                        {
                            if ((info->Flags & FunctionFlags.SloppyThis) != FunctionFlags.None)
                            {
                                goto slow;
                            }

                            frame[0] = state->Undefined;
                        }

                        frame[-4] = (long)pc->B << 3;
                        frame[-3] = (byte*)(pc + 1) - heap;
                        frame[-1] = 0;
                        var argument = (int)pc->C;
                        var last = info->Parameters + info->Locals;
                        if (argument < last)
                        {
                            b = state->Undefined;
                            argument = argument < info->Parameters ? argument : info->Parameters;
                            while (argument < last)
                            {
                                frame[++argument] = b;
                            }
                        }
                        else if (info->Locals != 0)
                        {
                            ClearLocals(frame, info);
                        }

                        fp = frame;
                        pc = (Instruction*)(heap + info->Code);
                        budget -= info->Cost;
                        if (budget < 0)
                        {
                            goto poll;
                        }

                        continue;
                    }

                case OpCode.New:
                case OpCode.NewGlobal:
                    {
                        var frame = fp + pc->B;
                        if (pc->Op == OpCode.NewGlobal)
                        {
                            frame[-2] = _globals[pc->D];
                        }

                        a = frame[-2];
                        if ((a & 1) == 0)
                        {
                            goto slow;
                        }

                        thing = (long*)(heap + a - 1);
                        if ((*thing >> 32 & ObjectLayout.KindMask) != ObjectLayout.KindFunction)
                        {
                            goto slow;
                        }

                        var info = (FunctionInfo*)(heap + thing[3]);
                        if ((info->Flags & (FunctionFlags.BuiltIn | FunctionFlags.Derived | FunctionFlags.Constructor)) != FunctionFlags.Constructor
                            || thing[6] == 0
                            || (byte*)(frame + info->FrameWords) - heap > state->StackUsed)
                        {
                            goto slow;
                        }

                        var shape = _shapes.Shapes + (int)(thing[6] >> 32);
                        if (shape->SlackLeft != 0)
                        {
                            goto slow;
                        }

                        var bytes = (shape->Header >> 8 & 0xFFFFFF) << 3;
                        var top = *(long*)(heap + 8);
                        if (top + bytes > state->AllocationLimit)
                        {
                            goto slow;
                        }

                        var made = (long*)(heap + top);
                        if (info->Template != 0)
                        {
                            var template = (InstanceTemplate*)(heap + info->Template);
                            if ((int)pc->C < info->Parameters)
                            {
                                goto enter;
                            }

                            if (template->Initial != shape->Header)
                            {
                                goto slow;
                            }

                            var fields = (long*)(template + 1);
                            var last = fields + (2 * template->Fields);
                            var target = made + 3;
                            var mismatch = 0L;
                            do
                            {
                                b = fields[0];
                                if ((b & 2) != 0)
                                {
                                    b = frame[b >> 3];
                                }

                                *target++ = b;
                                mismatch |= b & fields[1];
                                fields += 2;
                            }
                            while (fields != last);
                            if (mismatch == 0)
                            {
                                made[0] = template->Complete;
                                made[1] = state->EmptyArray;
                                made[2] = state->EmptyArray;
                                top += bytes;
                                *(long*)(heap + 8) = top;
                                while (target != (long*)(heap + top))
                                {
                                    *target++ = state->Undefined;
                                }

                                fp[pc->A] = (byte*)made - heap + 1;
                                pc++;
                                budget -= info->Cost;
                                if (budget < 0)
                                {
                                    goto poll;
                                }

                                continue;
                            }

                            template->Initial = 0;
                        }

                    enter:
                        *(long*)(heap + 8) = top + bytes;
                        made[0] = shape->Header;
                        made[1] = state->EmptyArray;
                        made[2] = state->EmptyArray;
                        b = state->Undefined;
                        for (var field = 3; field < (int)(bytes >> 3); field++)
                        {
                            made[field] = b;
                        }

                        frame[0] = top + 1;
                        frame[-4] = (long)pc->B << 3;
                        frame[-3] = ((byte*)(pc + 1) - heap) | 2;
                        frame[-1] = a;
                        var argument = (int)pc->C;
                        var end = info->Parameters + info->Locals;
                        if (argument < end)
                        {
                            argument = argument < info->Parameters ? argument : info->Parameters;
                            while (argument < end)
                            {
                                frame[++argument] = b;
                            }
                        }
                        else if (info->Locals != 0)
                        {
                            ClearLocals(frame, info);
                        }

                        fp = frame;
                        pc = (Instruction*)(heap + info->Code);
                        budget -= info->Cost;
                        if (budget < 0)
                        {
                            goto poll;
                        }

                        continue;
                    }

                case OpCode.Return:
                    a = fp[-3];
                    if ((a & 2) != 0)
                    {
                        goto slow;
                    }

                    b = fp[pc->B];
                    thing = fp + pc->B;
                    pc = (Instruction*)(heap + a);
                    fp = (long*)((byte*)fp - fp[-4]);
                    fp[pc[-1].A] = b;
                    if (b == ObjectLayout.DoubleMarker)
                    {
                        Shadow(fp + pc[-1].A) = Shadow(thing);
                    }

                    continue;
                case OpCode.ReturnThis:
                    a = fp[-3] & ~2L;
                    b = fp[0];
                    pc = (Instruction*)(heap + a);
                    fp = (long*)((byte*)fp - fp[-4]);
                    fp[pc[-1].A] = b;
                    continue;
                default:
                    goto slow;
            }

        slow:
            state->Instruction = (byte*)pc - heap;
            state->Frame = (byte*)fp - heap;
            state->Budget = budget;
            switch (RunSlow())
            {
                case Next:
                    budget = state->Budget;
                    pc++;
                    continue;
                case Reload:
                    pc = (Instruction*)(heap + state->Instruction);
                    fp = (long*)(heap + state->Frame);
                    budget = state->Budget;
                    if (budget < 0)
                    {
                        goto poll;
                    }

                    continue;
                case Retry:
                    return ProgramStop.NeedsCollection;
                case Sleep:
                    return ProgramStop.Sleeps;
                case FrameEnd:
                    return ProgramStop.SliceEnd;
                default:
                    return ProgramStop.Ended;
            }

        poll:
            state->Instruction = (byte*)pc - heap;
            state->Frame = (byte*)fp - heap;
            state->Budget = budget;
            if (!Ask(ref turn))
            {
                return ProgramStop.SliceEnd;
            }

            budget = state->Budget;
        }
    }
}
