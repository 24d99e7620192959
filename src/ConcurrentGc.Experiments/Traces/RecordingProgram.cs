using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Experiments.Traces;

/// <summary>A program whose trace is recorded: it runs as ever, and the recorder is told when it returns.</summary>
/// <param name="program">The program.</param>
/// <param name="recorder">Table number of the <see cref="TraceRecorder"/>.</param>
/// <typeparam name="TProgram">Its kind.</typeparam>
public struct RecordingProgram<TProgram>(TProgram program, long recorder) : IProgram
    where TProgram : unmanaged, IProgram
{
    private TProgram _program = program;

    /// <inheritdoc/>
    public ProgramStop Run<TTurn>(ref ProgramContext context, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var start = turn.Now;
        ref var running = ref _program; // it changes itself
        var stop = running.Run(ref context, ref turn);
        var trace = turn.Tables.Get<TraceRecorder>((int)recorder);
        trace.Returned(turn.Now - start, stop == ProgramStop.NeedsCollection && context.Request.IsLarge);
        if (stop == ProgramStop.Ended)
        {
            trace.Finish();
        }

        return stop;
    }
}
