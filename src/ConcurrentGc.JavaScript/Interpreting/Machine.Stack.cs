using ConcurrentGc.JavaScript.Bytecode;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>The modeled stack for readers.</summary>
internal sealed unsafe partial class Machine
{
    /// <summary>The frames, innermost first. Valid at a safepoint; words are those of this moment.</summary>
    public IReadOnlyList<StackFrameView> DescribeStack()
    {
        var frames = new List<StackFrameView>();
        var fp = Frame;
        var pc = Here;
        while (true)
        {
            var info = FunctionOf(fp);
            var function = _code.Functions[info->Index];
            var (line, column) = DescribePlace(fp, pc);
            var locals = new List<(string Name, long Word)>();
            for (var i = 0; i < function.RegisterNames.Length; i++)
            {
                if (function.RegisterNames[i] is { } name)
                {
                    locals.Add((name, fp[i]));
                }
            }

            frames.Add(new StackFrameView(info->Index == 0 ? "(module)" : function.Name, line, column, locals));
            if (fp[-3] == 0)
            {
                return frames;
            }

            pc = (Instruction*)(_base + (fp[-3] & ~ConstructFlag)) - 1;
            fp = (long*)((byte*)fp - fp[-4]);
        }
    }
}
