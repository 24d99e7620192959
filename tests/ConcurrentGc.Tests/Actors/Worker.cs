using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Tests.Actors;

/// <summary>A toy role: works off jobs in order; records when a job begins (subject one) and ends (subject two).</summary>
internal struct Worker : IRole<Job>
{
    private Job _job;
    private int _left;
    private long _owed;

    public bool Receive<TTurn>(in Job message, ref TTurn turn) where TTurn : struct, ITurn, allows ref struct
    {
        if (_left > 0)
        {
            _owed += message.Steps; // one job at a time: what comes meanwhile makes it longer
            return true;
        }

        (_job, _left) = (message, message.Steps);
        turn.Record(EventKind.PhaseBegin, 0, 1, _left);
        return true;
    }

    public bool Step<TTurn>(ref TTurn turn) where TTurn : struct, ITurn, allows ref struct
    {
        do
        {
            if (_left == 0)
            {
                return End(ref turn);
            }

            _left--;
        }
        while (turn.Spend(Work.Step, 1));
        return _left > 0 || End(ref turn);
    }

    private bool End<TTurn>(ref TTurn turn) where TTurn : struct, ITurn, allows ref struct
    {
        turn.Record(EventKind.PhaseEnd, 0, 2, 0);
        if (_job.Then >= 0)
        {
            turn.Send(new Address<Job>(_job.Then), new Job(_job.ThenSteps));
        }

        (_job, _left, _owed) = (new Job((int)_owed), (int)_owed, 0);
        return _left > 0;
    }
}
