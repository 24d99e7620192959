namespace ConcurrentGc.Orinoco.Embedding;

/// <summary>
/// The frames that a program asks for and draws. Times are nanoseconds of the host's clock; frames are due at multiples of
/// their distance, as a display shows them. Owner: the mutator and its program, in turn.
/// </summary>
/// <param name="nanoseconds">Between two frames; zero: a sixtieth of a second.</param>
public struct ProgramFrames(long nanoseconds)
{
    /// <summary>Sixty frames a second.</summary>
    public const long DefaultNanoseconds = 16_666_667;

    private readonly long _distance = nanoseconds;
    private long _begun;
    private bool _hasEnded;

    /// <summary>When the frame is due that was asked for; zero: none was.</summary>
    public long Due { get; private set; }

    /// <summary>Whether the program is at a frame.</summary>
    public readonly bool IsRunning => _begun != 0 && !_hasEnded;

    /// <summary>The program asks for the next frame, unless it has done so before.</summary>
    /// <param name="now">The time.</param>
    public void Request(long now) => Due = Due == 0 ? NextAfter(now) : Due;

    /// <summary>Begins the frame that was asked for, if its time has come.</summary>
    /// <param name="now">The time.</param>
    /// <param name="due">When it was due.</param>
    public bool TryBegin(long now, out long due)
    {
        due = Due;
        if (due == 0 || due > now)
        {
            return false;
        }

        (_begun, _hasEnded, Due) = (due, false, 0);
        return true;
    }

    /// <summary>The program has done all that it had to do for the frame at hand.</summary>
    public void End() => _hasEnded = _begun != 0;

    /// <summary>
    /// Tells the mutator of a frame that has ended, once. One that was asked for meanwhile and whose time has passed is not
    /// made up for: it is put off to the next time that the display is ready.
    /// </summary>
    /// <param name="now">The time.</param>
    /// <param name="nanoseconds">From when the frame was due until now.</param>
    public bool TryTakeEnded(long now, out long nanoseconds)
    {
        nanoseconds = now - _begun;
        if (!_hasEnded)
        {
            return false;
        }

        (_begun, _hasEnded) = (0, false);
        Due = Due != 0 && Due <= now ? NextAfter(now) : Due;
        return true;
    }

    private readonly long NextAfter(long now)
    {
        var distance = _distance == 0 ? DefaultNanoseconds : _distance;
        return ((now / distance) + 1) * distance;
    }
}
