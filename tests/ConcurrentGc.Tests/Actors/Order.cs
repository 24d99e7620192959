namespace ConcurrentGc.Tests.Actors;

/// <summary>What a <see cref="Servant"/> may be told.</summary>
internal enum Order
{
    /// <summary>Nothing: there is work afterwards.</summary>
    Work = 1,

    /// <summary>Tells itself to work, three times.</summary>
    Burst,

    /// <summary>Records it, and throws.</summary>
    Fail,

    /// <summary>Works for ever, and records each step.</summary>
    Toil,

    /// <summary>Records that its program ended.</summary>
    EndProgram,

    /// <summary>Sends to an actor that does not exist.</summary>
    Misaddress,

    /// <summary>Records what the host chooses among ten.</summary>
    Choose,
}
