using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Worlds;

namespace ConcurrentGc.Cli.Engine;

/// <summary>A program of any kind that is ready to run in a world.</summary>
internal interface ILoadedProgram
{
    /// <summary>Bytes of old space that hold what the program itself brought there.</summary>
    long LiteralBytes { get; }

    /// <summary>Bytes of frames on its stack; it stands, or has ended.</summary>
    long StackBytes { get; }

    /// <summary>The same program, with its trace recorded.</summary>
    /// <param name="recorderTable">Table number of the recorder.</param>
    ILoadedProgram Recorded(long recorderTable);

    /// <summary>Builds the world around the program.</summary>
    /// <param name="world">The world.</param>
    /// <param name="host">What hosts its roles.</param>
    /// <param name="inspectorTable">As for <see cref="World.Build"/>.</param>
    void BuildInto(World world, IHost host, int inspectorTable);
}
