namespace ConcurrentGc.Experiments.Workloads;

/// <summary>How a size or lifetime is drawn; the names, in lower case, are those of workload files.</summary>
public enum DistributionKind
{
    /// <summary>Always the same number.</summary>
    Constant = 0,

    /// <summary>Every number of a range is equally likely.</summary>
    Uniform = 1,

    /// <summary>The next death is as likely for an old object as for a young one.</summary>
    Exponential = 2,

    /// <summary>Gamma: with a shape below one most die young, above one most live about as long as the mean.</summary>
    Gamma = 3,

    /// <summary>One of several distributions, by their shares.</summary>
    Mixture = 4,

    /// <summary>To the end of the request, or of one that follows it. Lifetimes only.</summary>
    Request = 5,

    /// <summary>For ever. Lifetimes only.</summary>
    Immortal = 6,
}
