namespace ConcurrentGc.Exploration.Textbook;

/// <summary>Other readings of the textbook collector, to see which verdicts depend on them.</summary>
[Flags]
public enum TextbookVariants
{
    /// <summary>The collector as described at <see cref="TextbookSpace"/>.</summary>
    None = 0,

    /// <summary>A rescan stops the world until nothing is grey, in one step with the end of marking.</summary>
    StoppedDrain = 1,

    /// <summary>Registers are visited one by one, a step each, at start and in a rescan.</summary>
    RegistersOneByOne = 2,

    /// <summary>An object stays grey until its last field has been read.</summary>
    GreyUntilScanned = 4,

    /// <summary>A store asks once, at its begin, whether marking is on.</summary>
    FlagReadOnce = 8,
}
