using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Benchmarks.Marking;

/// <summary>A program that asks for some full collections and ends.</summary>
/// <param name="collections">How many.</param>
internal struct FullCollections(int collections) : IProgram
{
    private const int LastResort = 3;

    private int _left = collections;

    /// <inheritdoc/>
    public ProgramStop Run<TTurn>(ref ProgramContext context, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (_left-- == 0)
        {
            return ProgramStop.Ended;
        }

        context.FailedAttempts = LastResort;
        context.Request = new AllocationRequest(Bytes: 0, IsLarge: false, IsForced: false);
        return ProgramStop.NeedsCollection;
    }
}
