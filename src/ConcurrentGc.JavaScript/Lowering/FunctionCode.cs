using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Interpreting;

namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>One lowered function: immutable after lowering.</summary>
internal sealed class FunctionCode
{
    /// <summary>Its number in the program.</summary>
    public required int Index { get; init; }

    /// <summary>Its name; empty when it has none.</summary>
    public required string Name { get; init; }

    /// <summary>Where its text begins: that of a class for its constructor.</summary>
    public int TextStart { get; set; }

    /// <summary>Where its text ends.</summary>
    public int TextEnd { get; set; }

    /// <summary>Whether that text begins with the word static, which is not part of it.</summary>
    public bool IsStatic { get; set; }

    /// <summary>Whether it is the one under which callbacks run. See Note [The event loop].</summary>
    public bool IsEventLoop { get; init; }

    /// <summary>How it can be called.</summary>
    public FunctionFlags Flags { get; set; }

    /// <summary>Number of parameters.</summary>
    public int Parameters { get; set; }

    /// <summary>Its <c>length</c>: parameters before the first one with a default.</summary>
    public int Length { get; set; }

    /// <summary>Variables that a call sets to undefined.</summary>
    public int Locals { get; set; }

    /// <summary>Registers of a frame.</summary>
    public int FrameWords { get; set; }

    /// <summary>Properties that its text adds to <c>this</c>.</summary>
    public int ExpectedProperties { get; set; }

    /// <summary>Properties of the prototype of a class.</summary>
    public int PrototypeCapacity { get; set; }

    /// <summary>
    /// Fields of a constructor that only assigns: name and source, which is a parameter, or for parameter 0 an oddball, or
    /// for the hole an integer. Null: it does more than that.
    /// </summary>
    public IReadOnlyList<(int Name, int Parameter, Oddball Oddball, int Integer)>? SimpleFields { get; set; }

    /// <summary>Instructions.</summary>
    public Instruction[] Code { get; set; } = [];

    /// <summary>Text position of each instruction.</summary>
    public int[] Positions { get; set; } = [];

    /// <summary>Registers in use at each instruction. See Note [Registers in use].</summary>
    public ushort[] Depths { get; set; } = [];

    /// <summary>Registers that are dead while a call runs, by the call's instruction. See Note [Registers in use].</summary>
    public Dictionary<int, int[]> DeadRegisters { get; } = [];

    /// <summary>Where the registers of block variables are live; elsewhere they are cleared before a collection.</summary>
    public List<RegisterLifetime> Lifetimes { get; } = [];

    /// <summary>Where its variables are, for a traced program.</summary>
    public List<FrameVariable> Variables { get; } = [];

    /// <summary>Handlers, inner ones first.</summary>
    public HandlerEntry[] Handlers { get; set; } = [];

    /// <summary>Text of the callee of each call instruction, for messages.</summary>
    public Dictionary<int, string> Callees { get; } = [];
}
