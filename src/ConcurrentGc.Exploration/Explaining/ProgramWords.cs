using ConcurrentGc.Exploration.Hosting;
using ConcurrentGc.Exploration.Litmus;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Exploration.Explaining;

/// <summary>Words for what a litmus program does in a step.</summary>
internal static class ProgramWords
{
    private const string MutatorPrefix = "mutator-";

    /// <summary>What a mutator's program did, what changed in the heap left out.</summary>
    /// <param name="before">The actor before the step.</param>
    /// <param name="after">The actor behind it.</param>
    /// <param name="test">Has the programs.</param>
    /// <param name="actor">The actor's name.</param>
    /// <returns>Empty for other actors.</returns>
    public static string Of(SeatView before, SeatView after, LitmusTest test, string actor)
    {
        if (after.Role is not Mutator<LitmusProgram> || before.Next is not null)
        {
            return string.Empty;
        }

        var (was, now) = (Program(before), Program(after));
        var operations = OperationsOf(test, actor);
        if (Store(was).Next is not StoreStep.Done and var step)
        {
            return Words(step);
        }

        var at = RoleWords.Field<int>(was, "_at");
        return at >= operations.Count ? "ends"
            : RoleWords.Field<int>(now, "_at") > at ? LitmusSyntax.Print(operations[at])
            : string.Empty;
    }

    /// <summary>What a most general program may do in its next step, in words.</summary>
    /// <param name="before">The actor before the step.</param>
    /// <param name="world">The world before the step.</param>
    /// <param name="actor">The actor's name.</param>
    /// <returns>Empty for other programs and actors.</returns>
    public static IReadOnlyList<string> Offered(SeatView before, LitmusWorld world, string actor) =>
        before.Role is Mutator<LitmusProgram> && before.Next is null
            ? [.. Program(before).Offered(world.Host.Heap, OperationsOf(world.Test, actor)).Select(Print)]
            : [];

    private static string Print(LitmusOperation operation) => operation.Verb == LitmusVerb.Any ? "no more" : LitmusSyntax.Print(operation);

    private static IReadOnlyList<LitmusOperation> OperationsOf(LitmusTest test, string actor) =>
        test.Programs[int.Parse(actor[MutatorPrefix.Length..], System.Globalization.CultureInfo.InvariantCulture)];

    private static LitmusProgram Program(SeatView view) => RoleWords.Field<LitmusProgram>(view.Role, "_program");

    private static PointerStore Store(LitmusProgram program) => RoleWords.Field<PointerStore>(program, "_store");

    private static string Words(StoreStep step) => step switch
    {
        StoreStep.Store => "stores",
        StoreStep.LookAtMark => "looks at the value's color",
        StoreStep.LookAtOld => "looks at the old value's color",
        StoreStep.LoadOld => "loads the old value",
        StoreStep.Shade => "shades the value",
        StoreStep.ShadeOld => "shades the old value",
        StoreStep.Remember => "remembers the slot if it is old",
        StoreStep.Retreat or StoreStep.LookAtHolder => "looks at the holder",
        _ => RoleWords.Words(step),
    };
}
