namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>
/// What a constructor that only assigns parameters and constants to <c>this</c> makes, so that its body need not run: two
/// words a field follow in the side region, the source and the bits that its value must not have.
/// </summary>
internal struct InstanceTemplate
{
    /// <summary>Header of the initial shape it holds for; zero: nothing was learned yet.</summary>
    public long Initial;

    /// <summary>Header of a complete instance.</summary>
    public long Complete;

    /// <summary>Number of fields.</summary>
    public long Fields;

    /// <summary>Words of this struct.</summary>
    public const int Words = 3;
}
