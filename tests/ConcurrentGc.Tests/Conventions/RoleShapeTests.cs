using System.Reflection;
using System.Runtime.CompilerServices;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;
using Xunit;

namespace ConcurrentGc.Tests.Conventions;

public sealed class RoleShapeTests
{
    private const int MostWordsOfAMessage = 5;

    private const BindingFlags State = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static TheoryData<Type> Roles => [.. TypesThatAre(typeof(IRole<>))];

    public static TheoryData<Type> Programs => [.. TypesThatAre(typeof(IProgram))];

    public static TheoryData<Type> Messages =>
    [
        .. TypesThatAre(typeof(IRole<>)).Select(role => Contracts(role, typeof(IRole<>)).Single().GetGenericArguments()[0]),
    ];

    [Fact]
    public void All_eight_roles_are_found()
    {
        var names = TypesThatAre(typeof(IRole<>)).Select(role => role.Name.Split('`')[0]);

        Assert.Equal(
            ["BackingStoreSweeper", "Collector", "Compactor", "Embedder", "Marker", "Mutator", "Scavenger", "Sweeper"],
            names.Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_role_is_a_struct_of_words_without_any_reference(Type role)
    {
        Assert.True(role.IsValueType);
        Assert.Empty(References(role, role.Name));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_role_has_no_static_state(Type role)
    {
        var variables = role.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(field => !field.IsLiteral);

        Assert.Empty(variables);
    }

    [Theory]
    [MemberData(nameof(Programs), DisableDiscoveryEnumeration = true)]
    public void A_program_is_a_struct_of_words_without_any_reference(Type program)
    {
        Assert.True(program.IsValueType);
        Assert.Empty(References(program, program.Name));
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_is_a_readonly_record_struct_of_a_few_words(Type message)
    {
        Assert.True(message.IsValueType);
        Assert.NotNull(message.GetCustomAttribute<IsReadOnlyAttribute>());
        Assert.NotNull(message.GetMethod("PrintMembers", State)); // what the compiler gives a record
        Assert.Empty(References(message, message.Name));
        Assert.InRange(SizeOf(message), 1, MostWordsOfAMessage * sizeof(long));
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_carries_the_epoch_of_its_cycle(Type message) =>
        Assert.Equal(typeof(long), message.GetProperty("Epoch")?.PropertyType);

    private static IEnumerable<Type> TypesThatAre(Type contract) => ProductTypes.Assemblies
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => !type.IsInterface && Contracts(type, contract).Any())
        .OrderBy(type => type.FullName, StringComparer.Ordinal);

    private static IEnumerable<Type> Contracts(Type type, Type contract) => type.GetInterfaces()
        .Where(each => each == contract || (each.IsGenericType && each.GetGenericTypeDefinition() == contract));

    /// <summary>Paths to fields that are no words; a type parameter is one when it is not unmanaged.</summary>
    private static IEnumerable<string> References(Type type, string path)
    {
        if (type.IsGenericParameter)
        {
            return type.GetCustomAttributesData().Any(data => IsUnmanagedMark(data.AttributeType)) ? [] : [path];
        }

        return !type.IsValueType ? [path]
            : type.IsPrimitive || type.IsEnum ? []
            : type.GetFields(State).SelectMany(field => References(field.FieldType, $"{path}.{field.Name}"));
    }

    private static bool IsUnmanagedMark(Type attribute) =>
        string.Equals(attribute.Name, "IsUnmanagedAttribute", StringComparison.Ordinal);

    private static int SizeOf(Type message) =>
        (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(message).Invoke(null, null)!;
}
