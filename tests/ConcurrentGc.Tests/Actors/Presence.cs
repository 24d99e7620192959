namespace ConcurrentGc.Tests.Actors;

/// <summary>A table that counts who is inside at the same time.</summary>
internal sealed class Presence
{
    private int _inside;
    private int _most;

    /// <summary>The most that were ever inside.</summary>
    public int Most => Volatile.Read(ref _most);

    public void Enter()
    {
        var inside = Interlocked.Increment(ref _inside);
        for (var most = Most; most < inside; most = Most)
        {
            Interlocked.CompareExchange(ref _most, inside, most);
        }
    }

    public void Leave() => Interlocked.Decrement(ref _inside);
}
