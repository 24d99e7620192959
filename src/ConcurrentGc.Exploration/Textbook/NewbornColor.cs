namespace ConcurrentGc.Exploration.Textbook;

/// <summary>When an object is born black; behind the sweeper and between cycles it is white always.</summary>
public enum NewbornColor
{
    /// <summary>While marking, and ahead of the sweeper while sweeping.</summary>
    BlackMarkSweep,

    /// <summary>Ahead of the sweeper while sweeping.</summary>
    BlackSweep,

    /// <summary>While marking.</summary>
    BlackMark,

    /// <summary>Never.</summary>
    White,
}
