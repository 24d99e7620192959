namespace ConcurrentGc.Experiments.Comparison;

/// <summary>Geometric means from the four basic operations only, so that they have the same bits on every platform.</summary>
public static class GeometricMean
{
    /// <summary>The n-th root of the product of n numbers.</summary>
    /// <param name="values">Positive; their product must neither overflow nor underflow a double.</param>
    /// <returns>The mean, or zero for no numbers.</returns>
    public static double Of(IReadOnlyList<double> values)
    {
        if (values.Count == 0)
        {
            return 0;
        }

        var product = 1.0;
        foreach (var value in values)
        {
            product *= value;
        }

        return Root(product, values.Count, values.Max());
    }

    // Newton's method from above: the root is at most the largest value, and the iterates fall until rounding stops them.
    private static double Root(double product, int degree, double start)
    {
        var root = start;
        while (true)
        {
            var power = 1.0;
            for (var factor = 1; factor < degree; factor++)
            {
                power *= root;
            }

            var next = (((degree - 1) * root) + (product / power)) / degree;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
