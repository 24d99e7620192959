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

    /// <summary>How it can be called.</summary>
    public FunctionFlags Flags { get; set; }

    /// <summary>Number of parameters.</summary>
    public int Parameters { get; set; }

    /// <summary>Variables that a call sets to undefined.</summary>
    public int Locals { get; set; }

    /// <summary>Registers of a frame.</summary>
    public int FrameWords { get; set; }

    /// <summary>Properties that its text adds to <c>this</c>.</summary>
    public int ExpectedProperties { get; set; }

    /// <summary>Properties of the prototype of a class.</summary>
    public int PrototypeCapacity { get; set; }

    /// <summary>Instructions.</summary>
    public Instruction[] Code { get; set; } = [];

    /// <summary>Text position of each instruction.</summary>
    public int[] Positions { get; set; } = [];

    /// <summary>Handlers, inner ones first.</summary>
    public HandlerEntry[] Handlers { get; set; } = [];

    /// <summary>Text of the callee of each call instruction, for messages.</summary>
    public Dictionary<int, string> Callees { get; } = [];

    /// <summary>Names of registers, for stack views; null for unnamed ones.</summary>
    public string?[] RegisterNames { get; set; } = [];
}
