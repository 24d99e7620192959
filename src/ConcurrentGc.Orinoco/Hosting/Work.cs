namespace ConcurrentGc.Orinoco.Hosting;

/// <summary>Kinds of work that roles count and a machine file prices, each in its own unit.</summary>
public enum Work
{
    /// <summary>A step that costs nothing worth pricing; unit: step.</summary>
    Step,

    /// <summary>Program instructions by weight, unoptimized tier; unit: instruction.</summary>
    InstructionIgnition,

    /// <summary>Program instructions by weight, optimized tier; unit: instruction.</summary>
    InstructionTurbofan,

    /// <summary>Bytes that the program allocated; unit: byte.</summary>
    AllocateByte,

    /// <summary>A collection cycle begins: fixed part of a scavenge; unit: cycle.</summary>
    ScavengeBase,

    /// <summary>A collection cycle begins: fixed part of a mark-compact; unit: cycle.</summary>
    MarkCompactBase,

    /// <summary>A root slot visited; unit: slot.</summary>
    VisitRoot,

    /// <summary>A remembered slot visited; unit: slot.</summary>
    VisitSlot,

    /// <summary>An object copied within new space; unit: object.</summary>
    CopyObject,

    /// <summary>Bytes copied within new space; unit: byte.</summary>
    CopyByte,

    /// <summary>An object promoted by a scavenge; unit: object.</summary>
    PromoteObject,

    /// <summary>Bytes promoted by a scavenge; unit: byte.</summary>
    PromoteByte,

    /// <summary>A field looked at of an object that was moved, or became old where it is; unit: word.</summary>
    ScanWord,

    /// <summary>An object marked and scanned; unit: object.</summary>
    MarkObject,

    /// <summary>A field looked at by a marker; unit: word.</summary>
    MarkWord,

    /// <summary>An object evacuated by a full collection, or passed over on a page that becomes old as it is; unit: object.</summary>
    EvacuateObject,

    /// <summary>Bytes moved by a full collection; unit: byte.</summary>
    EvacuateByte,

    /// <summary>A slot rewritten after evacuation; unit: slot.</summary>
    UpdateSlot,

    /// <summary>A page swept; unit: page.</summary>
    SweepPage,

    /// <summary>Bytes of live objects walked over by a sweeper; unit: byte.</summary>
    SweepByte,

    /// <summary>A large page freed; unit: page.</summary>
    FreeLargePage,

    /// <summary>An atomic read-modify-write on a shared word; unit: operation.</summary>
    AtomicOperation,

    /// <summary>An attempt to take a lock that somebody else holds; unit: attempt. It must cost time, or virtual time stands still.</summary>
    LockWait,

    /// <summary>A message received; unit: message.</summary>
    Message,

    /// <summary>The memory of an array buffer that died freed; unit: backing store.</summary>
    FreeBackingStore,
}
