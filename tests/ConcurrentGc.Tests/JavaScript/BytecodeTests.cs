using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

public sealed class BytecodeTests
{
    [Fact]
    public void A_tree_builder_lowers_to_the_approved_bytecode() =>
        Golden.Matches("bytecode-binarytrees", BytecodeText.Of("binarytrees.js", File.ReadAllText(Path.Combine(ProgramRun.Folder, "Programs", "binarytrees.js"))), "JavaScript");

    [Fact]
    public void Closures_and_finally_lower_to_the_approved_bytecode()
    {
        const string source = """
            function counters(n) {
              const list = [];
              for (let i = 0; i < n; i++) {
                try {
                  if (i === 2) continue;
                  list.push(() => i++);
                } catch (e) {
                  throw e + '!';
                } finally {
                  n--;
                }
              }
              return list;
            }
            console.log(counters(5).length);
            """;

        Golden.Matches("bytecode-closures", BytecodeText.Of("closures.js", source), "JavaScript");
    }
}
