namespace ConcurrentGc.Exploration.Explaining;

/// <summary>Rules of heap and host in words.</summary>
public static class RuleWords
{
    private static readonly Dictionary<string, string> _sentences = new(StringComparer.Ordinal)
    {
        ["PageChain"] = "pages of a space are linked forwards and backwards, each once",
        ["PageOwnership"] = "every page that is handed out is in exactly one space",
        ["PageHeader"] = "a page header names its space and exactly the flags of its space; no claim is left",
        ["ObjectWalk"] = "a page is objects from its start to its end, and no header is forwarded",
        ["ObjectSize"] = "an object has at least two words and, on a regular page, at most the regular limit",
        ["PageBytes"] = "allocated, free and wasted bytes of a page add up to its area",
        ["FreeBytes"] = "free bytes of a page are those of its linked blocks",
        ["WastedBytes"] = "wasted bytes of a page are at most those of its fillers",
        ["LiveBytes"] = "live bytes of a page to be swept are at least those of its marked objects",
        ["SpaceBytes"] = "bytes of a space are the sum over its pages",
        ["AllocationArea"] = "an allocation area lies in the page that its space allocates from",
        ["NewSpaceUsedBytes"] = "used bytes of new space are what a walk finds",
        ["ParkedRest"] = "a parked rest is a gap in to-space",
        ["AgeMark"] = "the age mark lies in a page of to-space",
        ["FreeBlock"] = "a free block is whole and linked once",
        ["FreeListLinks"] = "a space links exactly the pages that have free blocks",
        ["PointerTarget"] = "a pointer hits the start of an object",
        ["FromSpacePointer"] = "no pointer leads into from-space",
        ["ReadOnlyPointer"] = "read-only objects point to read-only objects only",
        ["DataPointer"] = "objects of old-data space have no pointer",
        ["RememberedSetComplete"] = "a slot of an old object that points to a young one is remembered",
        ["RememberedSlot"] = "a remembered slot is a tagged word of an old object",
        ["InvalidatedSlots"] = "where slots are noted as invalidated, an old object begins",
        ["SlotBucket"] = "a slot bit lies in a bucket that its page announces",
        ["CompactionLeftover"] = "no recorded slot and no candidate is left while no marking is under way",
        ["MarkBits"] = "mark bits are clear while no marking is under way",
        ["BlackToWhite"] = "while marking is under way, no black object points to a white one",
        ["CandidateSlot"] = "while marking is under way, slots that point to evacuation candidates are recorded",
        ["Sweeping"] = "a page that is to be swept holds black objects only, and nobody is in the middle of one",
        ["SweepLists"] = "the sweep lists hold exactly the pages that are to be swept",
        ["Lock"] = "no lock is held and no collection is noted as running",
        ["BackingStore"] = "every backing store is in one list, and its array buffer names it",
        ["RootRange"] = "a root range lies in the used part of the side region",
        ["ReachableGraph"] = "what was reachable before a collection is, and is the same graph, behind it",
        ["Capacity"] = "no mailbox overflows",
        ["Stalled"] = "nobody waits for ever",
        ["Check"] = "what a role takes for granted holds",
    };

    /// <summary>A rule in words.</summary>
    /// <param name="rule">Its name.</param>
    public static string Of(string rule) => _sentences.GetValueOrDefault(rule, "a role may not fail");

    /// <summary>Rules that have words.</summary>
    public static IReadOnlyCollection<string> Known => _sentences.Keys;
}
