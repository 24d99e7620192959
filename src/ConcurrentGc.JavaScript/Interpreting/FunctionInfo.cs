namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>What the loop needs to know of a function: words in the side region, written at load. Shared by its closures.</summary>
internal struct FunctionInfo
{
    /// <summary>Byte offset of its first instruction.</summary>
    public long Code;

    /// <summary>How it can be called.</summary>
    public FunctionFlags Flags;

    /// <summary>Number of declared parameters.</summary>
    public int Parameters;

    /// <summary>Registers of a frame, <c>this</c> included.</summary>
    public int FrameWords;

    /// <summary>Local variables that a call sets to undefined; they follow the parameters.</summary>
    public int Locals;

    /// <summary>What a call costs, in instructions.</summary>
    public int Cost;

    /// <summary>Number of the built-in, for one.</summary>
    public int BuiltIn;

    /// <summary>Constant that holds its name.</summary>
    public int Name;

    /// <summary>What a built-in function is a member of: a number of <see cref="Loading.ProgramText.Holders"/>.</summary>
    public int Holder;

    /// <summary>Its <c>length</c>.</summary>
    public int Length;

    /// <summary>Number of the function in the program, for positions and handlers; built-ins have none.</summary>
    public int Index;

    /// <summary>Properties that its constructor adds to an instance, by its text; at least two.</summary>
    public int ExpectedProperties;

    /// <summary>Number of instructions.</summary>
    public int Instructions;

    /// <summary>Byte offset of the registers in use at each instruction, two bytes each; zero for a built-in.</summary>
    public long Depths;

    /// <summary>Byte offset of its <see cref="InstanceTemplate"/>; zero: its body must run.</summary>
    public long Template;

    /// <summary>
    /// Byte offset of the bytes of V8's bytecode before each instruction and before the end, four bytes each; zero in tier
    /// ignition and for a built-in.
    /// </summary>
    public long BytesBefore;

    /// <summary>Bytes of bytecode that it may still execute before the next tick. See Note [Warming up].</summary>
    public int TickBudget;

    /// <summary>Ticks since a site of it saw something new.</summary>
    public int Ticks;

    /// <summary>Ticks since it was marked: loops with fewer loops around them leave for optimized code.</summary>
    public int Urgency;

    /// <summary>How it runs.</summary>
    public Tier Tier;
}
