namespace ConcurrentGc.Orinoco.Marking;

/// <summary>What a marker does while it holds a worklist's lock; the words there are its own until it releases the lock.</summary>
public enum GreySection
{
    /// <summary>Publishes a segment of grey objects.</summary>
    Publish = 0,

    /// <summary>Takes a published segment of grey objects.</summary>
    Steal = 1,

    /// <summary>Publishes all that it has, as it will pause.</summary>
    PublishAll = 2,

    /// <summary>Publishes a segment of objects on hold, in their own list.</summary>
    PublishHeld = 3,

    /// <summary>Takes all segments of objects that were on hold.</summary>
    TakeHeld = 4,

    /// <summary>Adds them to the list of grey objects.</summary>
    AppendHeld = 5,

    /// <summary>Publishes a segment of objects with weak words, in their own list.</summary>
    PublishWeak = 6,
}
