using System.Reflection;
using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Cli;
using ConcurrentGc.Experiments.Machines;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Tests.Conventions;

/// <summary>The product's assemblies and the names in them.</summary>
internal static class ProductTypes
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static Assembly Heap { get; } = typeof(SharedHeap).Assembly;

    public static Assembly Orinoco { get; } = typeof(ITurn).Assembly;

    public static Assembly Actors { get; } = typeof(AkkaHost).Assembly;

    public static Assembly Experiments { get; } = typeof(Machine).Assembly;

    public static Assembly Exploration { get; } = typeof(IStateSpace).Assembly;

    public static Assembly JavaScript { get; } = Assembly.Load("ConcurrentGc.JavaScript");

    public static Assembly Cli { get; } = typeof(OrinocoCommand).Assembly;

    public static IReadOnlyList<Assembly> Assemblies { get; } = [Heap, Orinoco, Actors, Exploration, Experiments, JavaScript, Cli];

    /// <summary>All types, generic ones without their arity, and their members as <c>Type.Member</c>.</summary>
    public static IReadOnlySet<string> Names { get; } = Assemblies
        .SelectMany(assembly => assembly.GetTypes())
        .SelectMany(type => type.GetMembers(Declared).Select(member => $"{NameOf(type)}.{member.Name}").Append(NameOf(type)))
        .ToHashSet(StringComparer.Ordinal);

    private static string NameOf(Type type) => type.Name.Split('`')[0];
}
