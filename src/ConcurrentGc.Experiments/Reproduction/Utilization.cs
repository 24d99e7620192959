namespace ConcurrentGc.Experiments.Reproduction;

/// <summary>
/// Minimum mutator utilization: the smallest share of time that the program has in any window of some length (Cheng and
/// Blelloch, PLDI 2001).
/// </summary>
public static class Utilization
{
    /// <summary>
    /// The minimum over all windows within a run. It is taken on where a window begins with a stop or ends with one: in
    /// between, the share changes steadily.
    /// </summary>
    /// <param name="stops">Stops in order of time; they do not overlap.</param>
    /// <param name="length">Length of the run, nanoseconds.</param>
    /// <param name="window">Length of the windows, nanoseconds, above zero; a longer one than the run is the run.</param>
    /// <returns>Zero to one.</returns>
    public static double Least(IReadOnlyList<(long Begin, long End)> stops, long length, long window)
    {
        window = Math.Min(window, length);
        var most = 0L;
        var (first, beyond) = (0, 0);
        var standing = 0L; // of the stops from first to before beyond, whole ones
        foreach (var begin in WindowBegins(stops, length, window))
        {
            var end = begin + window;
            while (beyond < stops.Count && stops[beyond].Begin < end)
            {
                standing += stops[beyond].End - stops[beyond].Begin;
                beyond++;
            }

            while (first < beyond && stops[first].End <= begin)
            {
                standing -= stops[first].End - stops[first].Begin;
                first++;
            }

            var inside = standing;
            if (first < beyond)
            {
                inside -= Math.Max(0, begin - stops[first].Begin) + Math.Max(0, stops[beyond - 1].End - end);
            }

            most = Math.Max(most, inside);
        }

        return window == 0 ? 1 : 1 - (most / (double)window);
    }

    private static IEnumerable<long> WindowBegins(
        IReadOnlyList<(long Begin, long End)> stops, long length, long window) =>
        stops.SelectMany(stop => new[] { stop.Begin, stop.End - window })
            .Select(begin => Math.Clamp(begin, 0, length - window))
            .Order();
}
