using System.Reflection.Metadata;

namespace ConcurrentGc.Tests.Conventions;

/// <summary>One line of <c>BannedSymbols.txt</c>: a type, or a member of one.</summary>
/// <param name="Type">Full name.</param>
/// <param name="Member">Name in metadata; empty: the whole type.</param>
/// <param name="Parameters">How many; minus one: any.</param>
internal sealed record BannedMember(string Type, string Member, int Parameters)
{
    /// <summary>Reads a line such as <c>M:System.Random.#ctor;reason</c>.</summary>
    public static BannedMember Parse(string line)
    {
        var (kind, symbol) = (line[0], line[2..line.IndexOf(';', StringComparison.Ordinal)]);
        if (kind == 'T')
        {
            return new BannedMember(symbol, "", -1);
        }

        var open = symbol.IndexOf('(', StringComparison.Ordinal);
        var parameters = open < 0 ? 0 : symbol[open..].Count(letter => letter == ',') + 1;
        var name = open < 0 ? symbol : symbol[..open];
        var dot = name.LastIndexOf('.');
        var member = name[(dot + 1)..].Replace('#', '.');
        return new BannedMember(name[..dot], kind == 'P' ? $"get_{member}" : member, parameters);
    }

    /// <summary>Whether an assembly names it.</summary>
    public bool IsUsedIn(MetadataReader assembly) => Member.Length == 0
        ? assembly.TypeReferences.Any(handle => IsType(assembly, handle))
        : assembly.MemberReferences.Select(assembly.GetMemberReference).Any(reference =>
            reference.Parent.Kind == HandleKind.TypeReference
            && assembly.StringComparer.Equals(reference.Name, Member)
            && IsType(assembly, (TypeReferenceHandle)reference.Parent)
            && ParameterCount(assembly, reference) == Parameters);

    private bool IsType(MetadataReader assembly, TypeReferenceHandle handle)
    {
        var type = assembly.GetTypeReference(handle);
        var name = $"{assembly.GetString(type.Namespace)}.{assembly.GetString(type.Name)}";
        return string.Equals(name, Type, StringComparison.Ordinal);
    }

    private static int ParameterCount(MetadataReader assembly, MemberReference reference)
    {
        var signature = assembly.GetBlobReader(reference.Signature);
        _ = signature.ReadSignatureHeader();
        return signature.ReadCompressedInteger();
    }
}
