using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Lowering;

namespace ConcurrentGc.JavaScript.EventLoop;

// Note [The event loop].
//
// When the module ends, its frame gives way to one of a function that no text has: a call, and the instruction NextTask
// before which the program begins and to which the call returns. NextTask finds what runs next, puts function, receiver and
// arguments into the registers of the call and goes there; when there is nothing it ends the program, and when it must wait
// it stops the program, which then sleeps. It may be run again after a collection, like any instruction, so it asks for
// room before it changes anything.
// The order is Node's: after the module and after each callback first all of process.nextTick, then all microtasks, again
// until there are none; between them timers that are due, frames, immediates, in turn, as libuv goes round.

/// <summary>The function under which callbacks run. See Note [The event loop].</summary>
internal static class EventLoopCode
{
    /// <summary>Arguments of a callback at most.</summary>
    public const int MaximumArguments = 16;

    /// <summary>Register of a callback's receiver.</summary>
    public const int Receiver = Result + FunctionCompiler.LinkWords + 1;

    /// <summary>Index of the instruction at which the loop begins.</summary>
    public const int Start = 1;

    private const int Result = 1;
    private const int Registers = Receiver + 1 + MaximumArguments;

    /// <summary>Makes it.</summary>
    /// <param name="index">Its number in the program.</param>
    public static FunctionCode Of(int index) => new()
    {
        Index = index,
        Name = string.Empty,
        IsEventLoop = true,
        FrameWords = Registers,
        Code = [new Instruction { Op = OpCode.Call, A = Result, B = Receiver }, new Instruction { Op = OpCode.NextTask }],
        Positions = [0, 0],
        Depths = [Registers, Registers],
    };
}
