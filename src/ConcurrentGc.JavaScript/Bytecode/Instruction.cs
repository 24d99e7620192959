using System.Runtime.InteropServices;

namespace ConcurrentGc.JavaScript.Bytecode;

/// <summary>
/// One instruction: sixteen bytes, so that the loop finds the next one by addition. Operands are registers of the frame
/// unless the operation says otherwise.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct Instruction
{
    /// <summary>Bytes of an instruction.</summary>
    public const int Bytes = 16;

    /// <summary>What to do.</summary>
    [FieldOffset(0)]
    public OpCode Op;

    /// <summary>Usually the register that is written.</summary>
    [FieldOffset(2)]
    public ushort A;

    /// <summary>First operand.</summary>
    [FieldOffset(4)]
    public uint B;

    /// <summary>Second operand.</summary>
    [FieldOffset(8)]
    public uint C;

    /// <summary>Small integer operand, cache, or distance of a jump in instructions.</summary>
    [FieldOffset(12)]
    public int D;

    /// <summary>A whole word in place of <see cref="C"/> and <see cref="D"/>.</summary>
    [FieldOffset(8)]
    public long Word;
}
