using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Tests.Support;

/// <summary>Runs the <see cref="Script"/> of a table. All its pointers are in root ranges that the test has made.</summary>
internal struct ScriptedProgram(int table) : IProgram
{
    private const int LastResort = 3;

    private int _at;

    public ProgramStop Run<TTurn>(ref ProgramContext context, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var steps = turn.Tables.Get<Script>(table).Steps;
        while (_at < steps.Count)
        {
            var (collection, change) = steps[_at++];
            if (change is null)
            {
                // A scavenge is what an interval setting asks for; a full collection is the last resort of a request.
                context.FailedAttempts = collection == 'f' ? LastResort : 0;
                context.Request = new AllocationRequest(Bytes: 0, IsLarge: false, IsForced: collection == 's');
                return ProgramStop.NeedsCollection;
            }

            change(turn.Heap);
            if (!turn.Spend(Work.InstructionTurbofan, 1))
            {
                return ProgramStop.SliceEnd;
            }
        }

        return ProgramStop.Ended;
    }
}
