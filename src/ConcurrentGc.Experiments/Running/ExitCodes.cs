namespace ConcurrentGc.Experiments.Running;

/// <summary>Exit codes of the command; a program that ends by itself passes its own code through.</summary>
public static class ExitCodes
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>The program threw and nothing caught it.</summary>
    public const int UncaughtException = 1;

    /// <summary>A published result does not come out.</summary>
    public const int Differs = 1;

    /// <summary>The heap was full.</summary>
    public const int OutOfMemory = 3;

    /// <summary>Wrong usage or a wrong file; sysexits' EX_USAGE.</summary>
    public const int Usage = 64;

    /// <summary>A broken invariant or a failed role; sysexits' EX_SOFTWARE.</summary>
    public const int Failed = 70;

    /// <summary>Stopped from outside; the shell's 128 + SIGINT.</summary>
    public const int Interrupted = 130;
}
