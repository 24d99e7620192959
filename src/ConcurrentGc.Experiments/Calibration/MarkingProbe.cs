using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;
using MathNet.Numerics.Statistics;

namespace ConcurrentGc.Experiments.Calibration;

/// <summary>
/// Prices of marking. A word: an array whose pointers all lead to one object. An object: lists of two sizes and a tree in
/// order of allocation and the heap that Node starts with, each less its words; the median of the four.
/// </summary>
/// <param name="startObjects">Objects of the heap that Node starts with.</param>
/// <param name="startPointers">Pointers among them.</param>
internal sealed class MarkingProbe(long startObjects, long startPointers) : IProbe
{
    private const int ArrayWords = 1 << 22;
    private const int Objects = 1 << 20;
    private const int Warming = 2; // the first collections move the objects

    /// <inheritdoc/>
    public string Name => "marking";

    /// <inheritdoc/>
    public void Measure(INode node, IDictionary<Work, double> prices)
    {
        var bare = Mark(node, "mark-list 1 2");
        var word = (Mark(node, $"mark-array {ArrayWords}") - bare) / ArrayWords;
        double[] objects =
        [
            Object(Mark(node, $"mark-list {Objects} 2") - bare, Objects, ObjectBytes.MarkedWords(2)),
            Object(Mark(node, $"mark-list {Objects} 8") - bare, Objects, ObjectBytes.MarkedWords(8)),
            Object(Mark(node, $"mark-tree {Objects} 2") - bare, Objects, ObjectBytes.MarkedWords(2)),
            Object(bare, startObjects, startPointers / (double)startObjects),
        ];
        prices[Work.MarkWord] = Math.Max(0, word);
        prices[Work.MarkObject] = Math.Max(0, objects.Median());

        double Object(double time, long count, double words) => (time / count) - (words * word);
    }

    private static double Mark(INode node, string words)
    {
        var run = NodeRun.Traced(words);
        return UndisturbedFit.Low(TracedCollection.Read(run, node.Run(run), CycleKind.MarkCompact, Warming + 1)
            .Skip(Warming).Select(each => each.Nanoseconds("mark")));
    }
}
