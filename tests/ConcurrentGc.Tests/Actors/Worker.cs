using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Tests.Actors;

/// <summary>
/// A toy role: works off jobs in order, the next one when the last is done. Records the beginning and the end of each
/// stretch of work; when loud, every step too.
/// </summary>
/// <param name="isLoud">Whether it records each step.</param>
internal struct Worker(bool isLoud) : IRole<Job>
{
    private Job _job;
    private long _left;
    private bool _isBusy;

    public bool Receive<TTurn>(in Job message, ref TTurn turn) where TTurn : struct, ITurn, allows ref struct
    {
        if (!_isBusy)
        {
            _job = new Job(0);
            turn.Record(EventKind.PhaseBegin, 0, 0, message.Steps);
        }

        _isBusy = true;
        _left += message.Steps;
        _job = message.Then >= 0 ? message : _job;
        return true;
    }

    public bool Step<TTurn>(ref TTurn turn) where TTurn : struct, ITurn, allows ref struct
    {
        while (_left > 0)
        {
            _left--;
            if (isLoud)
            {
                turn.Record(EventKind.Statistic, 0, 0, _left);
            }

            if (!turn.Spend(Work.Step, 1) && _left > 0)
            {
                return true;
            }
        }

        turn.Record(EventKind.PhaseEnd, 0, 0, 0);
        if (_job.Then >= 0)
        {
            turn.Send(new Address<Job>(_job.Then), new Job(_job.ThenSteps));
        }

        _isBusy = false;
        return false;
    }
}
