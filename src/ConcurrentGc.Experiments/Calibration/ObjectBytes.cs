namespace ConcurrentGc.Experiments.Calibration;

/// <summary>Sizes of the objects that <c>costs.js</c> makes, as V8 lays them out.</summary>
internal static class ObjectBytes
{
    private const int WordBytes = 8;
    private const int HeaderWords = 3; // map, properties, elements

    /// <summary>Bytes of an object.</summary>
    /// <param name="fields">Its fields.</param>
    public static int Of(int fields) => (HeaderWords + fields) * WordBytes;

    /// <summary>Words of an object that a marker looks at: all but the map.</summary>
    /// <param name="fields">Its fields.</param>
    public static int MarkedWords(int fields) => HeaderWords + fields - 1;
}
