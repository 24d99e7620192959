using System.Runtime.CompilerServices;
using ConcurrentGc.Heap.Checking;

namespace ConcurrentGc.Tests.Support;

internal static class ChecksAreOn
{
    // The switch is read once, when the heap is first touched: no test can be earlier than this.
#pragma warning disable CA2255 // A test assembly is an application, not a library.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void TurnOn() => AppContext.SetSwitch(Checks.Switch, isEnabled: true);
}
