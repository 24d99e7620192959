using ConcurrentGc.Experiments.Traces;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;
using ConcurrentGc.Orinoco.Worlds;

namespace ConcurrentGc.Cli.Engine;

/// <summary>A program of one kind that is ready to run.</summary>
/// <param name="Program">The program.</param>
/// <param name="LiteralBytes">As for <see cref="ILoadedProgram.LiteralBytes"/>.</param>
/// <param name="Stack">Tells <see cref="ILoadedProgram.StackBytes"/>; null: programs of this kind have no frames.</param>
/// <typeparam name="TProgram">The kind.</typeparam>
internal sealed record LoadedProgram<TProgram>(TProgram Program, long LiteralBytes = 0, Func<long>? Stack = null) : ILoadedProgram
    where TProgram : unmanaged, IProgram
{
    /// <inheritdoc/>
    public long StackBytes => Stack?.Invoke() ?? 0;

    /// <inheritdoc/>
    public ILoadedProgram Recorded(long recorderTable) => new LoadedProgram<RecordingProgram<TProgram>>(
        new RecordingProgram<TProgram>(Program, recorderTable), LiteralBytes, Stack);

    /// <inheritdoc/>
    public void BuildInto(World world, IHost host, int inspectorTable) => world.Build(host, inspectorTable, Program);
}
