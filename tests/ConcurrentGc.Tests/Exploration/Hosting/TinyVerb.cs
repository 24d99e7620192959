namespace ConcurrentGc.Tests.Exploration.Hosting;

internal enum TinyVerb
{
    Load,
    Store,
    StoreOwned,
    Add,
    Fence,
}
