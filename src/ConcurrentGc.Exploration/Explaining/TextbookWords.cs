using System.Globalization;
using ConcurrentGc.Exploration.Textbook;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Exploration.Explaining;

/// <summary>Words for steps and states of the textbook collector; its objects are called a, b, c and d.</summary>
/// <param name="rules">The set of rules.</param>
/// <param name="objects">Objects of the heap.</param>
internal sealed class TextbookWords(TextbookRules rules, int objects)
{
    /// <summary>What <see cref="Heap"/> means.</summary>
    public const string Legend = "□ white, ▨ grey, ■ black, each with its two fields; free objects are left out";

    /// <summary>A heap on a line.</summary>
    /// <param name="state">A state.</param>
    public string Heap(TextbookState state)
    {
        var parts = new List<string> { $"r0={Name(state.Register(0))} r1={Name(state.Register(1))}" };
        for (var number = 1; number <= objects; number++)
        {
            if (state.Color(number) != TextbookColor.Free)
            {
                parts.Add($"{Sign(state.Color(number))}{Name(number)}({Name(state.Load(number, 0))},{Name(state.Load(number, 1))})");
            }
        }

        return string.Join(' ', parts);
    }

    /// <summary>What a step does.</summary>
    /// <param name="step">The step.</param>
    /// <param name="before">The state in which it was made.</param>
    /// <param name="after">The state that it led to.</param>
    public string Sentence(TextbookStep step, TextbookState before, TextbookState after)
    {
        var colors = Colors(before, after);
        return step.Action switch
        {
            TextbookAction.Drop => $"r{step.First} = null",
            TextbookAction.Copy => $"r{step.First} = r{1 - step.First}",
            TextbookAction.Load => $"r{step.First} = r{step.Second}.{step.Third}",
            TextbookAction.Allocate => $"r{step.First} = new {Name(step.Second)}, {Word(after.Color(step.Second))}",
            TextbookAction.Store => $"r{step.First}.{step.Second} = {Source(step.Third)}: {Stored(FirstStep(step), before, after, step)}",
            TextbookAction.GoOn => Stored(rules.StoreSteps[before.Stage - 1], before, after, step),
            TextbookAction.Start => With("marking starts", colors),
            TextbookAction.Take => $"takes {Name(step.First)}, which is {Word(after.Color(step.First))}",
            TextbookAction.Scan => With($"reads {Name(step.First)}.{step.Second} ({Value(before.Load(step.First, step.Second))})", colors),
            TextbookAction.Rescan => End(With("looks at r0, r1", colors), after),
            TextbookAction.VisitFirst => With("looks at r0", colors),
            TextbookAction.VisitSecond => End(With("looks at r1", colors), after),
            TextbookAction.EndMarking => "marking ends: nothing is grey",
            _ when before.Color(step.First) == TextbookColor.White => $"frees {Name(step.First)}",
            _ => With($"sweeps {Name(step.First)}", colors),
        };
    }

    /// <summary>What is wrong with a step that broke a rule.</summary>
    /// <param name="step">The step.</param>
    /// <param name="before">The state in which it was made.</param>
    public static string Violation(TextbookStep step, TextbookState before) => step.Action switch
    {
        TextbookAction.Sweep => "but registers reach it",
        TextbookAction.Load => $"but {Name(before.Register(step.Second))} is free",
        TextbookAction.Store => $"but {Name(before.Register(step.First))} is free",
        _ => $"but {Name(before.Holder)} is free",
    };

    private static string Name(int number) => number == 0 ? "-" : ((char)('a' + number - 1)).ToString(CultureInfo.InvariantCulture);

    private static string Value(int number) => number == 0 ? "null" : Name(number);

    private static string Source(int register) => register == TextbookStep.NullValue ? "null" : $"r{register}";

    private static string Word(TextbookColor color) => color.ToString().ToLowerInvariant();

    private static string With(string text, string colors) => colors.Length == 0 ? text : $"{text}: {colors}";

    private static string End(string text, TextbookState after) =>
        after.Phase == TextbookPhase.Sweeping ? $"{text}; marking ends" : text;

    private static char Sign(TextbookColor color) => color switch
    {
        TextbookColor.White => '□',
        TextbookColor.Grey => '▨',
        _ => '■',
    };

    private string Colors(TextbookState before, TextbookState after) => string.Join(
        ", ",
        Enumerable.Range(1, objects)
            .Where(number => before.Color(number) != after.Color(number))
            .Select(number => $"{Name(number)} {Word(after.Color(number))}"));

    /// <summary>The first step of a store; those that would work on null are left out.</summary>
    private StoreStep FirstStep(TextbookStep step) => rules.StoreSteps.First(each =>
        step.Third != TextbookStep.NullValue || each is not (StoreStep.Shade or StoreStep.Retreat));

    private string Stored(StoreStep made, TextbookState before, TextbookState after, TextbookStep step)
    {
        // Behind the last step of a store its operands are forgotten; in front of the first they are not known yet.
        var begins = before.Stage == 0;
        var holder = begins ? before.Register(step.First) : before.Holder;
        var field = begins ? step.Second : before.Field;
        var value = !begins ? before.Value : step.Third == TextbookStep.NullValue ? 0 : before.Register(step.Third);
        var colors = Colors(before, after);
        var effect = colors.Length > 0 ? colors : "nothing to do";
        return made switch
        {
            StoreStep.Store => $"{Name(holder)}.{field} is {Value(value)}",
            StoreStep.LoadOld => $"the old value is {Value(before.Load(holder, field))}",
            StoreStep.Shade => $"shades {Name(value)}: {effect}",
            StoreStep.ShadeOld => $"shades the old value {Name(before.Old)}: {effect}",
            _ => $"looks at the holder {Name(holder)}: {effect}",
        };
    }
}
