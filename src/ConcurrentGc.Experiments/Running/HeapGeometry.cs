namespace ConcurrentGc.Experiments.Running;

/// <summary>Layouts of the heap that a run can have.</summary>
public enum HeapGeometry
{
    /// <summary>Node 20: pages of 256 KB, spaces by age.</summary>
    Node20 = 0,

    /// <summary>V8 of about 2012 to 2014: pages of 1 MB, spaces by content.</summary>
    Classic = 1,
}
