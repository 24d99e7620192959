namespace ConcurrentGc.Orinoco.Scavenging;

/// <summary>Where the slots come from that a scavenger visits.</summary>
public enum SlotSource
{
    /// <summary>The root ranges.</summary>
    Roots = 0,

    /// <summary>The remembered slots of an old page.</summary>
    Page = 1,

    /// <summary>The fields of an object copied within new space.</summary>
    CopiedObject = 2,

    /// <summary>The fields of a promoted object; those that still point to new space are remembered.</summary>
    PromotedObject = 3,

    /// <summary>The entries of the store buffer.</summary>
    StoreBuffer = 4,

    /// <summary>All words of an old page that is exempt from the store buffer.</summary>
    ExemptPage = 5,
}
