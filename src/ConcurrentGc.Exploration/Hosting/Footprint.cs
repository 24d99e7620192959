namespace ConcurrentGc.Exploration.Hosting;

/// <summary>What a step touched that others may touch: words, mailboxes, its thread.</summary>
/// <param name="Actor">Who made it.</param>
/// <param name="Word">The address of the shared access, or <see cref="NoWord"/>.</param>
/// <param name="Writes">Whether the access may have changed the word.</param>
/// <param name="Changed">Bits of the words that are different now, but for those of actors: see <see cref="BitOf"/>.</param>
/// <param name="Receivers">Bits of the actors that it sent messages to.</param>
/// <param name="Reach">What else it may have looked at.</param>
public readonly record struct Footprint(int Actor, long Word, bool Writes, ulong Changed, ulong Receivers, FootprintReach Reach)
{
    // Note [Steps that commute].
    //
    // A role's own words are in its state or in memory that nobody else reaches in that phase, by what Owned means. So two
    // steps of different actors lead to the same state in either order, and neither can keep the other from being made, unless
    // they touch the same shared word and one of them changes it (under a lock a step may change more than one, and some are
    // read without the lock as a hint, so all that changed counts); one sends to the other, whose mailbox keeps the order; both
    // send to the same; or both are of the main thread, where who may go on depends on the other. The collector is different:
    // when it verifies the heap it looks at all of it, so its steps commute with none. What a step touches depends on the words
    // it reads, which a commuting step leaves alone: so its footprint holds as long as only such steps come before it.

    /// <summary>In place of an address: there was no shared access.</summary>
    public const long NoWord = -1;

    /// <summary>Actors that bits of <see cref="Receivers"/> can name.</summary>
    public const int MostActors = 32;

    /// <summary>Whether this step and another one lead to the same state in either order. See Note [Steps that commute].</summary>
    /// <param name="other">A step that can be made in the same state.</param>
    public bool CommutesWith(in Footprint other) =>
        Actor != other.Actor
        && Reach != FootprintReach.Everything && other.Reach != FootprintReach.Everything
        && !(Reach == FootprintReach.MainThread && other.Reach == FootprintReach.MainThread)
        && (Changed & (other.Changed | BitOf(other.Word))) == 0
        && (other.Changed & BitOf(Word)) == 0
        && (Word == NoWord || Word != other.Word || !(Writes || other.Writes))
        && (Receivers & (other.Receivers | (1UL << other.Actor))) == 0
        && (other.Receivers & (1UL << Actor)) == 0;

    /// <summary>One of 64 bits for a word; two words may share one, and then count as the same.</summary>
    /// <param name="address">The word, or <see cref="NoWord"/>.</param>
    public static ulong BitOf(long address) =>
        address == NoWord ? 0 : 1UL << (int)(((ulong)address * 0x9e3779b97f4a7c15) >> 58);
}
