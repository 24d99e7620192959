using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Exploration.Textbook;

namespace ConcurrentGc.Exploration.Explaining;

/// <summary>A schedule of the textbook collector in words, with the heap behind each step.</summary>
public sealed class TextbookTale
{
    private readonly TextbookWords _words;
    private readonly TextbookSpace _space;

    /// <summary>Nothing is told yet.</summary>
    /// <param name="rules">The set of rules.</param>
    /// <param name="question">What was asked.</param>
    public TextbookTale(TextbookRules rules, TextbookQuestion question)
    {
        _words = new TextbookWords(rules, question.Objects);
        _space = new TextbookSpace(rules, question, TextbookReductions.None);
    }

    /// <summary>What a drawn heap means.</summary>
    public const string Legend = TextbookWords.Legend;

    /// <summary>Names of the actors, by number.</summary>
    public static IReadOnlyList<string> Actors { get; } = ["mutator", "collector"];

    /// <summary>The heap that a schedule begins with.</summary>
    /// <param name="found">A search without reductions, by distance.</param>
    public string Start(SearchResult found) => _words.Heap(First(found));

    /// <summary>Tells a schedule.</summary>
    /// <param name="found">A search without reductions, by distance, that found a violation.</param>
    public IReadOnlyList<NarratedStep> Tell(SearchResult found)
    {
        var steps = new List<NarratedStep>();
        var before = First(found);
        foreach (var step in found.Schedule)
        {
            var sink = new Finder { Step = step };
            _space.Expand([before.Bits], ref sink);
            var text = _words.Sentence(new TextbookStep(step), before, sink.State);
            if (sink.IsViolation)
            {
                text += $", {TextbookWords.Violation(new TextbookStep(step), before)}";
            }

            steps.Add(new NarratedStep(steps.Count + 1, _space.ActorOf(step), text, _words.Heap(sink.State)));
            before = sink.State;
        }

        return steps;
    }

    private TextbookState First(SearchResult found)
    {
        var sink = new Counter { Left = found.First };
        _space.Begin(ref sink);
        return sink.State;
    }

    /// <summary>Keeps the state that a step leads to.</summary>
    private struct Finder : IStateSink
    {
        public int Step { get; init; }

        public TextbookState State { get; private set; }

        public bool IsViolation { get; private set; }

        public bool Take(int step, ReadOnlySpan<ulong> state, bool isViolation)
        {
            if (step != Step)
            {
                return true;
            }

            (State, IsViolation) = (new TextbookState(state[0]), isViolation);
            return false;
        }
    }

    /// <summary>Keeps the state with a number.</summary>
    private struct Counter : IStateSink
    {
        public int Left { get; set; }

        public TextbookState State { get; private set; }

        public bool Take(int step, ReadOnlySpan<ulong> state, bool isViolation)
        {
            State = new TextbookState(state[0]);
            return Left-- > 0;
        }
    }
}
