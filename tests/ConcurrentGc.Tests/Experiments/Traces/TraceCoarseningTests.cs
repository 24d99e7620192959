using System.Text;
using ConcurrentGc.Experiments;
using ConcurrentGc.Experiments.Traces;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Traces;

public sealed class TraceCoarseningTests
{
    private const string Head = "orinoco-trace 1\no 0\n";

    [Fact]
    public void Everything_but_allocations_waits_until_the_bytes_are_full() =>
        Assert.Equal(
            Head + "p 1 40\na 2 16\na 0 48\ns 1 1 2\nr 0 1\nd 2\nh\na 0 16\nr 0 0\nh\n",
            Coarse("p 5 40\na 6 16\ns 5 1 6\nr 0 5\nd 6\nh\ng 48\nr 0 0\ng 16\n", 100),
            StringComparer.Ordinal);

    [Fact]
    public void Deaths_wait_until_no_allocation_is_held() =>
        Assert.Equal(
            Head + "a 0 64\nh\na 1 64\na 0 64\nr 3 1\nh\n",
            Coarse("g 64\na 1 64\ng 64\nr 3 1\nh\n", 64),
            StringComparer.Ordinal);

    [Fact]
    public void A_name_that_is_given_to_a_new_object_is_not_lost_for_the_old_one_that_waits() =>
        Assert.Equal(
            Head + "a 1 16\na 2 16\nr 0 1\nd 1\nr 1 2\nh\n",
            Coarse("a 1 16\nr 0 1\nh\na 1 16\nr 1 1\nh\n", 1000),
            StringComparer.Ordinal);

    [Fact]
    public void Garbage_in_a_row_dies_at_every_multiple_of_the_bytes()
    {
        var text = Coarse("g 16 10\n", 64);

        Assert.Equal(Head + "a 0 16\na 0 16\na 0 16\na 0 16\nh\na 0 16\na 0 16\na 0 16\na 0 16\nh\na 0 16\na 0 16\nh\n", text, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("a 1\n", ":2: found 1 numbers after 'a', allowed: 2")]
    [InlineData("s 1 1 1\n", ":2: name: found 1, allowed: the name of an object that was allocated")]
    public void A_malformed_line_is_named_with_its_place(string text, string expected) =>
        Assert.EndsWith(expected, Assert.Throws<InvalidInputException>(() => Coarse(text, 64)).Message, StringComparison.Ordinal);

    private static string Coarse(string text, long bytes)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "orinoco-trace 1\n" + text);
            using var reader = TraceReader.Open(path);
            using var stream = new MemoryStream();
            using var writer = new TraceWriter(stream);
            new TraceCoarsening(reader, writer, bytes).Run();
            return Encoding.ASCII.GetString(stream.ToArray());
        }
        finally
        {
            File.Delete(path);
        }
    }
}
