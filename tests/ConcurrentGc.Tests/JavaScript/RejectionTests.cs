using System.Globalization;
using System.Text.RegularExpressions;
using ConcurrentGc.JavaScript.Loading;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

public sealed partial class RejectionTests
{
    public static TheoryData<string> Programs { get; } = [.. ProgramRun.Names("Rejected")];

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_feature_that_is_not_supported_is_refused_where_it_stands(string name)
    {
        var file = Path.Combine("Rejected", name + ".js");
        var head = Header().Match(File.ReadLines(Path.Combine(ProgramRun.Folder, file)).First());

        var refusal = Assert.Throws<JavaScriptLoadException>(() => ProgramRun.OfFile(file, new JavaScriptOptions()));

        var (line, column) = (Number(head.Groups["line"]), Number(head.Groups["column"]));
        Assert.Contains(refusal.Diagnostics, each => each.Line == line && each.Column == column
            && each.Message.StartsWith(head.Groups["name"].Value, StringComparison.Ordinal));
    }

    [Fact]
    public void All_refusals_of_a_file_come_at_once_in_the_order_of_the_text()
    {
        const string source = "delete a;\nfor (const x in y) ;\nasync function f() { await 1; }\nnew Proxy({}, {});";

        var refusal = Assert.Throws<JavaScriptLoadException>(() => ProgramRun.OfText(source, new JavaScriptOptions()));

        Assert.Equal([1, 2, 3, 3, 4], refusal.Diagnostics.Select(each => each.Line));
        Assert.Equal(
            "program.js:2:1: error JS0009: for-in loops are not supported; see the list of supported features in the README",
            refusal.Diagnostics[1].ToString());
    }

    [Fact]
    public void A_built_in_that_is_missing_is_refused_by_its_full_name()
    {
        var refusal = Assert.Throws<JavaScriptLoadException>(() => ProgramRun.OfText("Math.sinh(1);", new JavaScriptOptions()));

        Assert.Equal((1, 6), (refusal.Diagnostics[0].Line, refusal.Diagnostics[0].Column));
        Assert.StartsWith("Math.sinh is not supported", refusal.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Object.assign({});", "Object.assign is not supported")]
    [InlineData("Object.freeze({});", "Object.freeze is not supported")]
    [InlineData("globalThis.a;", "globalThis is not supported")]
    [InlineData("exports.a = 1;", "exports is not supported")]
    [InlineData("function f() { return new.target; }", "new.target is not supported")]
    [InlineData("new BigInt64Array(1);", "typed arrays are not supported")]
    [InlineData("class C { get a() { return 1; } }", "getters are not supported")]
    [InlineData("with ({}) {}", "with statements are not supported")]
    public void Names_are_one_thing_and_kinds_are_several(string program, string expected)
    {
        var refusal = Assert.Throws<JavaScriptLoadException>(() => ProgramRun.OfText(program, new JavaScriptOptions()));

        Assert.StartsWith(expected, refusal.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_the_program_declares_is_no_built_in()
    {
        var run = ProgramRun.OfText("class Map { } const JSON = new Map(); console.log(JSON instanceof Map);", new JavaScriptOptions());

        Assert.Equal("true\n", run.Output);
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^// rejected: (?<line>\d+):(?<column>\d+) (?<name>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Header();
}
