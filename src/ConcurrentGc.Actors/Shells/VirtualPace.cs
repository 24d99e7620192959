using System.Runtime.CompilerServices;
using ConcurrentGc.Actors.Simulation;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Actors.Shells;

/// <summary>
/// The pace in virtual time: work is priced in picoseconds, and a slice ends after a number of steps or some time.
/// </summary>
/// <remarks>
/// The clock counts nanoseconds. What is less than one is carried to the role's next payment, so that many small
/// payments cost what one large payment costs.
/// </remarks>
internal struct VirtualPace : IPace
{
    private const long PicosecondsPerNanosecond = 1000;

    private readonly VirtualTime _time;
    private readonly long[] _prices;
    private readonly int _sliceSteps;
    private readonly long _slicePicoseconds;
    private int _left;
    private long _spent;
    private long _limit;
    private long _now;
    private long _settled;

    /// <summary>A pace at the beginning of the world.</summary>
    /// <param name="time">The world's clock.</param>
    /// <param name="prices">Picoseconds a unit, indexed by <see cref="Work"/>. Shared, never written.</param>
    /// <param name="sliceSteps">Calls of <see cref="Spend"/> a slice, at least one.</param>
    /// <param name="sliceNanoseconds">Virtual time a slice, at least one.</param>
    public VirtualPace(VirtualTime time, long[] prices, int sliceSteps, int sliceNanoseconds)
    {
        _time = time;
        _prices = prices;
        _sliceSteps = sliceSteps;
        _slicePicoseconds = sliceNanoseconds * PicosecondsPerNanosecond;
    }

    /// <inheritdoc/>
    public static bool IsConcurrent => false;

    /// <inheritdoc/>
    public readonly bool Defers => false;

    /// <inheritdoc/>
    public readonly long Now => _now + _spent / PicosecondsPerNanosecond;

    /// <inheritdoc/>
    public readonly long Worked => _settled + _spent / PicosecondsPerNanosecond;

    /// <inheritdoc/>
    public void Begin()
    {
        _now = _time.Now;
        Restart();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Spend(Work work, long amount)
    {
        _spent += _prices[(int)work] * amount;
        return (--_left > 0 && _spent < _limit) || GoesOn();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pay(Work work, long amount) => _spent += _prices[(int)work] * amount;

    /// <inheritdoc/>
    public void Settle()
    {
        var nanoseconds = _spent / PicosecondsPerNanosecond;
        _time.Spend(nanoseconds);
        _now += nanoseconds;
        _settled += nanoseconds;
        _spent -= nanoseconds * PicosecondsPerNanosecond;
        _limit -= nanoseconds * PicosecondsPerNanosecond;
    }

    /// <inheritdoc/>
    public readonly void Later(long nanoseconds, Action happen) => _time.At(_time.Now + nanoseconds, happen);

    /// <inheritdoc/>
    public void End() => Settle();

    private void Restart()
    {
        _left = _sliceSteps;
        _limit = _spent + _slicePicoseconds;
    }

    /// <summary>The slice is over, but the next one may follow at once. See Note [Slices in a row].</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool GoesOn()
    {
        if (!_time.IsNextAt(Now))
        {
            return false;
        }

        Restart();
        return true;
    }
}
