using System.Runtime.InteropServices;
using System.Text;
using ConcurrentGc.Cli;

const int bufferSize = 1 << 14;
var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

// On a terminal lines appear as they come; in a pipe they are collected, since a trace has thousands of them.
using var output = new StreamWriter(Console.OpenStandardOutput(), encoding, bufferSize)
{
    AutoFlush = !Console.IsOutputRedirected,
};
using var error = new StreamWriter(Console.OpenStandardError(), encoding) { AutoFlush = true };

using var cancellation = new CancellationTokenSource();
void Cancel(PosixSignalContext signal)
{
    // The first signal ends the run in order, the second one the process.
    signal.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);

return new OrinocoCommand(new Surroundings(
    output,
    error,
    !Console.IsOutputRedirected,
    !Console.IsErrorRedirected,
    EngineRegistration.Create,
    cancellation.Token)).Run(args);
