namespace ConcurrentGc.Orinoco.Embedding;

/// <summary>What the embedder is told.</summary>
public enum EmbedderVerb
{
    /// <summary>A mutator's program has nothing to do; value: when it wants to be woken.</summary>
    FellAsleep = 1,

    /// <summary>A pause is over in which that mutator stood, and its program still sleeps; value: the same.</summary>
    SleepsOn = 2,

    /// <summary>A program has done all that it had to do for a frame; value: nanoseconds since the frame was due.</summary>
    FrameEnded = 3,

    /// <summary>A mutator that runs has come to the moment at which it was to be interrupted.</summary>
    Interrupted = 4,

    /// <summary>From itself, later: the moment came while the program slept.</summary>
    PressureDue = 5,

    /// <summary>The collector has work for which the idle time that it was granted is too short.</summary>
    TimeWanted = 6,

    /// <summary>From itself, later: another period of idle time begins.</summary>
    PeriodBegins = 7,
}
