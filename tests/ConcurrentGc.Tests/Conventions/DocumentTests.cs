using System.Text.RegularExpressions;
using ConcurrentGc.Cli.Parsing;
using Xunit;

namespace ConcurrentGc.Tests.Conventions;

public sealed partial class DocumentTests
{
    private const string Here = "dotnet run -c Release --project src/ConcurrentGc.Cli -- ";

    private const string TestCommand = "dotnet test -c Release ConcurrentGc.sln";

    // Flags of other programs that pages name.
    private static readonly string[] _foreignFlags =
    [
        "--project", "--filter", "--no-restore", "--verify-no-changes", "--locked-mode", // dotnet
        "--no-incremental-marking", "--no-opt", "--random-seed", "--v8-pool-size", "--stress-scavenge", // node
    ];

    private static readonly string[] _commands = ["", "calibrate", "check", "explore", "fragmentation", "list", "replay", "run", "reproduce", "trace"]; // none: --help, --version

    public static TheoryData<string> Pages => [.. Document.All.Select(page => page.Path)];

    // A word in capitals stands for something, so its line is none to type.
    public static TheoryData<string> CommandLines =>
    [
        .. Document.All
            .SelectMany(page => page.BlockLines.Concat(page.Spans))
            .Select(line => line.Trim().Split(" # ")[0].TrimEnd())
            .Where(line => !Placeholder().IsMatch(line))
            .Where(line => line.StartsWith(Here, StringComparison.Ordinal) || line.StartsWith("orinoco ", StringComparison.Ordinal))
            .Select(line => line.Replace(Here, "orinoco ", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_names_no_place_of_the_machine_it_was_written_on(string path) =>
        Assert.DoesNotMatch(MachinePath(), Repository.Read(path));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_of_a_page_leads_somewhere(string path)
    {
        var broken = Document.Read(path).Links.Where(link => !Leads(path, link.File, link.Heading));

        Assert.Empty(broken);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_flag_of_a_page_exists(string path)
    {
        var page = Document.Read(path);
        var flags = page.BlockLines.Concat(page.Spans)
            .SelectMany(line => LongFlag().Matches(line).Select(match => match.Value))
            .Distinct(StringComparer.Ordinal);

        Assert.Empty(flags.Except(Flags.All.Select(flag => flag.Name).Concat(_foreignFlags), StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(CommandLines))]
    public void Every_command_line_of_the_pages_is_understood(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();

        var parsed = LineParser.Parse(words);

        var command = parsed.Words.Count > 0 ? parsed.Words[0] : "";
        Assert.Contains(command, _commands, StringComparer.Ordinal);
        if (parsed.Words is ["run", var program, ..] && !program.EndsWith(".js", StringComparison.Ordinal))
        {
            Assert.NotEmpty(Repository.Files("config").Intersect(
                [$"config/programs/{program}.js", $"config/workloads/{program}.yaml"], StringComparer.Ordinal));
        }
    }

    [Fact]
    public void The_two_commands_of_a_newcomer_are_in_the_readme_and_the_second_is_what_CI_runs()
    {
        var readme = Document.Read("README.md").BlockLines.ToList();

        Assert.Contains($"{Here}run binarytrees", readme, StringComparer.Ordinal);
        Assert.Contains(TestCommand, readme, StringComparer.Ordinal);
        Assert.Contains($"\n{TestCommand} ", Repository.Read(".ci/run"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_readme_lists_the_exit_codes_of_the_help_text()
    {
        var readme = Repository.Read("README.md");

        Assert.All(
            ExitCode().Matches(HelpText.Render()).Select(match => match.Groups["code"].Value),
            code => Assert.Contains($"| {code} |", readme, StringComparison.Ordinal));
    }

    private static bool Leads(string page, string file, string heading)
    {
        var target = file.Length == 0 ? page : Path.GetRelativePath(
            Repository.Root, Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, file)).Replace('\\', '/');
        return heading.Length == 0
            ? Path.Exists(Repository.PathOf(target))
            : Document.Read(target).Anchors.Contains(heading);
    }

    [GeneratedRegex(@"(?<![\w.~)])/(home|root|work|Users|tmp|mnt|opt|usr|var|etc)/|\b[A-Z]:\\", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"(?<![\w-])--[a-z][a-z0-9-]+", RegexOptions.None, 10_000)]
    private static partial Regex LongFlag();

    [GeneratedRegex(@"(^| )[A-Z]+( |$)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^  (?<code>\d+) {2,}\S", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex ExitCode();
}
