using Acornima.Ast;

namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>The text of a callee in the words of V8's messages.</summary>
/// <remarks>Source: V8 11.3, ast/prettyprinter.cc, CallPrinter.</remarks>
internal static class CalleeText
{
    /// <summary>The text.</summary>
    /// <param name="callee">What is called.</param>
    public static string Of(Node callee)
    {
        Parsing.ProgramLimit.CheckDepth(callee);
        return Describe(callee);
    }

    private static string Describe(Node callee) => callee switch
    {
        Identifier identifier => identifier.Name,
        ParenthesizedExpression inner => Of(inner.Expression),
        ThisExpression => "this",
        Super => "super",
        NullLiteral => "null",
        BooleanLiteral literal => literal.Value ? "true" : "false",
        StringLiteral literal => $"\"{literal.Value}\"",
        NumericLiteral literal => Interpreting.NumberText.Of(literal.Value),
        MemberExpression { Object: Super } member => "(intermediate value)" + Key(member),
        MemberExpression member => Of(member.Object) + Key(member),
        CallExpression call => Of(call.Callee) + "(...)",
        _ => "(intermediate value)",
    };

    private static string Key(MemberExpression member) => member switch
    {
        { Computed: false, Property: Identifier name } => "." + name.Name,
        { Property: StringLiteral literal } => "." + literal.Value,
        _ => $"[{Of(member.Property)}]",
    };
}
