using ConcurrentGc.Experiments.Yaml;

namespace ConcurrentGc.Experiments.Workloads;

/// <summary>Reads a workload file (YAML; keys in <c>config/README.md</c>, schema in <c>config/workloads</c>).</summary>
public static class WorkloadFile
{
    private const double MostBytes = 1L << 50;
    private const int MostInstructions = 1_000_000;
    private const int MostDepth = 10_000;
    private const int MostLocals = 1_000;
    private const int MostObjects = 1_000_000;
    private const double LeastShape = 0.01;
    private const double MostShape = 1000;
    private const double MostStores = 100;
    private const int MostRequests = 1_000_000;
    private const int MostRest = 1_000_000_000;
    private const long NanosecondsPerMillisecond = 1_000_000;

    private static readonly string[] _sizes = ["constant", "uniform", "exponential", "gamma", "mixture"];
    private static readonly string[] _lifetimes = [.. _sizes, "request", "immortal"];

    /// <summary>Reads and checks a file.</summary>
    /// <param name="path">The file as the user named it.</param>
    /// <exception cref="InvalidInputException">
    /// The file cannot be read, is not YAML, has an unknown key, lacks one, or a value is out of range.
    /// </exception>
    public static Workload Read(string path) => YamlFile.Read(path, Parse);

    /// <summary>Reads and checks a text.</summary>
    /// <param name="path">The name that errors show.</param>
    /// <param name="text">YAML.</param>
    /// <exception cref="InvalidInputException">As for <see cref="Read"/>.</exception>
    public static Workload Parse(string path, TextReader text)
    {
        var file = YamlFile.Parse(path, text, "workload");
        var requestBytes = 0L;
        if (file.Has("requests"))
        {
            var requests = file.Section("requests");
            requestBytes = requests.Whole("bytes", 1, (long)MostBytes);
            requests.RefuseOtherKeys();
        }

        var workload = new Workload(
            file.Word("name"),
            file.Whole("bytes", 1, (long)MostBytes),
            ReadDistribution(file.Section("size"), _sizes, Workload.MostObjectBytes, hasRequests: false),
            ReadDistribution(file.Section("lifetime"), _lifetimes, MostBytes, requestBytes > 0))
        {
            RequestBytes = requestBytes,
            PretenuredLifetime = file.Has("pretenured-lifetime") ? file.Whole("pretenured-lifetime", 1, (long)MostBytes) : 0,
            InstructionsPerObject = (int)file.Whole("instructions", 1, MostInstructions),
        };
        workload = WithPointers(file, workload);
        workload = WithFrames(file, workload);
        workload = WithAnimation(file, workload);
        file.RefuseOtherKeys();
        return workload;
    }

    private static Workload WithPointers(YamlSection file, Workload workload)
    {
        if (!file.Has("pointers"))
        {
            return workload;
        }

        var pointers = file.Section("pointers");
        var result = workload with
        {
            PointerShare = pointers.Number("share", 0, 1),
            StoresPerObject = pointers.Has("stores") ? pointers.Number("stores", 0, MostStores) : 0,
            YoungShare = pointers.Has("young-share") ? pointers.Number("young-share", 0, 1) : 0,
        };
        pointers.RefuseOtherKeys();
        return result;
    }

    private static Workload WithFrames(YamlSection file, Workload workload)
    {
        if (!file.Has("frames"))
        {
            return workload;
        }

        var frames = file.Section("frames");
        var result = workload with
        {
            FrameDepth = (int)frames.Whole("depth", 1, MostDepth),
            FrameLocals = (int)frames.Whole("locals", 1, MostLocals),
            FrameObjects = (int)frames.Whole("objects", 1, MostObjects),
        };
        frames.RefuseOtherKeys();
        return result;
    }

    private static Workload WithAnimation(YamlSection file, Workload workload)
    {
        if (!file.Has("animation"))
        {
            return workload;
        }

        var animation = file.Section("animation");
        var result = workload with
        {
            AnimationBytes = animation.Whole("bytes", 1, (long)MostBytes),
            RestNanoseconds = animation.Has("rest") ? animation.Whole("rest", 0, MostRest) * NanosecondsPerMillisecond : 0,
        };
        animation.RefuseOtherKeys();
        return result;
    }

    private static Distribution ReadDistribution(YamlSection section, string[] kinds, double most, bool hasRequests)
    {
        var kind = (DistributionKind)section.Choice("distribution", kinds);
        if (kind == DistributionKind.Request && !hasRequests)
        {
            throw section.Invalid("distribution", "'request'", "only beside the key 'requests'");
        }

        var result = kind switch
        {
            DistributionKind.Constant => new Distribution(kind, section.Number("value", 0, most)),
            DistributionKind.Uniform => Uniform(section, most),
            DistributionKind.Exponential => new Distribution(kind, section.Number("mean", 0, most)),
            DistributionKind.Gamma => new Distribution(
                kind, section.Number("mean", 0, most), section.Number("shape", LeastShape, MostShape)),
            DistributionKind.Mixture => new Distribution(kind, Parts: Parts(section, kinds, most, hasRequests)),
            DistributionKind.Request => new Distribution(
                kind, section.Has("following") ? section.Whole("following", 0, MostRequests) : 0),
            _ => new Distribution(kind),
        };
        section.RefuseOtherKeys();
        return result;
    }

    private static Distribution Uniform(YamlSection section, double most)
    {
        var least = section.Number("least", 0, most);
        return new Distribution(DistributionKind.Uniform, least, section.Number("most", least, most));
    }

    private static (double UpTo, Distribution Of)[] Parts(
        YamlSection section, string[] kinds, double most, bool hasRequests)
    {
        var sections = section.Sections("parts");
        var shares = sections.Select(part => part.Number("share", 0, MostBytes)).ToArray();
        var all = shares.Sum();
        if (all <= 0)
        {
            throw section.Invalid("parts", "shares that are all 0", "one above 0");
        }

        var sum = 0.0;
        return [.. sections.Select((part, index) => ((sum += shares[index]) / all, ReadDistribution(part, kinds, most, hasRequests)))];
    }
}
