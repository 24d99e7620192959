using System.Text;

namespace ConcurrentGc.Cli.Parsing;

/// <summary>What <c>orinoco --help</c> prints.</summary>
public static class HelpText
{
    private const string Opening = """
        orinoco: V8's garbage collector as actors over a modeled heap

        Usage
          orinoco run PROGRAM.js|NAME [program arguments] [flags] [-- program arguments]
          orinoco run WORKLOAD.yaml|NAME [flags]
          orinoco run PROGRAM [arguments] + PROGRAM [arguments] --isolates N [flags]
          orinoco run --trace FILE [flags]
          orinoco reproduce [E1 ... E20] [--csv|--json]
          orinoco check [--seeds A..B] [--barrier KIND] [--host HOST] [--defect NAME] [--json]
          orinoco calibrate [--node PATH] [--repetitions N] [-o MACHINE.yaml] [--machine FILE|NAME]
          orinoco trace coarsen FILE OUTPUT --bytes N
          orinoco fragmentation FILE [--csv|--json]
          orinoco list
          orinoco help

        run   Runs a JavaScript program: mutator, collector, scavengers, markers, sweepers and
              compactors work on a modeled heap, in virtual time. A workload describes a synthetic program:
              sizes, lifetimes, pointers, requests.
        reproduce
              Runs what shows published results about collectors, here V8's, and prints a table:
              published, ours, verdict. Without a name: all of them, which takes a minute or two. Exits
              with 1 when a number lies outside of its band.
        check Runs random programs in small heaps, under every kind of barrier that claims to lose
              nothing and on both hosts, checks the heap around each collection, and says what was
              reached. A failure is shown with the line that repeats it.
        calibrate
              Measures the Node of this machine with small programs, prints what work costs there beside the
              prices of a machine file, and writes another such file. It takes some minutes and wants a
              machine that does nothing else.
        trace Rounds the deaths of an allocation trace up, to see what a coarse trace distorts.
        fragmentation
              Places the objects of a trace by paging, in segments and in a memory pool, and compares waste.
        list  Shows the programs that come with the command, with their parameters.

        Examples
          orinoco run binarytrees
              A program that comes with the command: what it prints, then pauses and where the time went.
          orinoco run fifo 40000 600000 --trace-gc
              The words after the program are its arguments. Each collection is a line as under
              node --trace-gc.
          orinoco run requests --seed 2
              A synthetic program that comes with the command.
          orinoco run lru --record-trace lru.trace
          orinoco run --trace lru.trace --max-semi-space-size 64
              What a program allocates, links and drops is kept, and followed under other flags.
          orinoco run lru + requests --isolates 2 --helpers 2
              Two programs, each in an isolate of its own, on two helpers.
          orinoco run splay --max-semi-space-size 1
          orinoco run splay --max-semi-space-size 64
              What a larger nursery buys: fewer, longer scavenges, fewer objects promoted too early.
          orinoco run gcbench --predictable --gc-csv sim.csv
              One thread; one row a collection, in the columns of the reference tables.
          node --trace-gc --trace-gc-nvp my.js > node.log
          orinoco run my.js --compare-node node.log
              The simulated run beside the real one, row by row.
          orinoco check --seeds 1..20 --barrier steele
          orinoco check --defect stacks-not-rescanned
              Nothing is lost under one kind of barrier; a broken rule is found.
          orinoco calibrate -o mine.yaml
          orinoco run splay --machine mine.yaml
              The prices of this machine, and a run with them.
          orinoco run lru --runtime threads --helpers 2 --verify-heap
              The same roles on real threads; the whole heap is checked after each collection.

        Flags stand anywhere before --; words may be joined by dashes or, as in V8, by underscores; a
        value follows as the next word or after =.
        """;

    private const string Closing = """

        Standard output takes what the program prints and what a flag asks for, in the order in which it
        happens: trace lines, memory, fragmentation, the comparison, the document of --json. Standard
        error takes what the program writes there, the summary, and complaints.

        The summary: of each phase, main is how long the main thread was in it, with waiting for helpers;
        of its pauses is that as a part of the pauses of this kind, and beside means outside of them, in
        the time of the program or while it slept; helper CPU is the work of helpers, summed, without
        waiting for a core or for work (on threads: helper time, with waiting). Phases lie in each other.

        Sizes: MB and KB of flags and trace lines are powers of two, as in V8; those of the summary are
        powers of ten.

        Exit codes
          the program's own   it ended by itself
          1                   it threw and nothing caught it; reproduce: a published result differs
          3                   out of memory
          64                  wrong usage or file: one line says what was found and what is allowed
          70                  a broken invariant or a failed role: a defect of the simulator; check:
                              something was lost or never reached, or a defect not found
          130                 interrupted; what was computed so far is printed

        """;

    private const int Indent = 6;

    /// <summary>The text, with lines of at most 100 characters.</summary>
    public static string Render()
    {
        var text = new StringBuilder(Opening).Append('\n');
        foreach (var group in Flags.Groups)
        {
            text.Append('\n').Append(group.Title).Append('\n');
            foreach (var flag in group.Flags)
            {
                Append(text, flag);
            }
        }

        return text.Append(Closing).ToString();
    }

    private static void Append(StringBuilder text, Flag flag)
    {
        text.Append("  ").Append(flag.Name);
        if (flag.Value.Length > 0)
        {
            text.Append(' ').Append(flag.Value);
        }

        text.Append('\n');
        foreach (var line in flag.Help.Split('\n'))
        {
            text.Append(' ', Indent).Append(line).Append('\n');
        }
    }
}
