using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.JavaScript.Loading;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

/// <summary>Who lives in the spaces by content. Each heap is verified around its collections.</summary>
public sealed class MetaObjectTests
{
    private const int MapBytes = 88;

    [Fact]
    public void Each_shape_has_a_map_object_each_function_a_cell_and_each_global_a_property_cell()
    {
        using var few = HeapOf("const a = { x: 1 };");
        using var more = HeapOf("const a = { x: 1 }; a.y = 2; a.z = 3; function f() {} function g() {}");

        Assert.Equal(0, more.Map.ObjectBytes % MapBytes);
        Assert.Equal(2 * MapBytes, more.Map.ObjectBytes - few.Map.ObjectBytes);
        Assert.Equal(2 * 16, more.Cell.ObjectBytes - few.Cell.ObjectBytes);
        Assert.True(more.PropertyCell.ObjectBytes > 20 * 32);
        Assert.Equal(few.PropertyCell.ObjectBytes, more.PropertyCell.ObjectBytes);
    }

    [Fact]
    public void A_hot_function_has_a_code_object_and_a_function_that_is_not_optimized_has_none()
    {
        const string source = "function f(o) { let s = 0; for (let i = 0; i < 1000; i++) s = (s + o.x * i) | 0; return s; } "
            + "let s = 0; for (let i = 0; i < 2000; i++) s ^= f({ x: i }); console.log(s);";
        using var hot = HeapOf(source);
        using var plain = HeapOf(source, JavaScriptTier.Ignition);

        Assert.InRange(hot.Code.ObjectBytes, 200, 5_000);
        Assert.Equal(0, plain.Code.ObjectBytes);
    }

    [Fact]
    public void Code_that_was_thrown_away_is_freed_by_a_full_collection()
    {
        const string source = """
            function f(o) { let s = 0; for (let i = 0; i < 1000; i++) s = (s + o.x * i) | 0; return s; }
            let s = 0;
            for (let i = 0; i < 2000; i++) s ^= f({ x: i });
            f({ y: 1, x: 2 });
            const live = [];
            for (let i = 0; i < 300000; i++) { live[i % 60000] = [i]; }
            """;
        using var heap = HeapOf(source, fullCollections: true);

        Assert.InRange(heap.Code.ObjectBytes, 0, 3_000);
    }

    [Fact]
    public void The_code_of_a_very_long_function_lies_in_large_object_space()
    {
        const int regular = 16_384;
        var body = string.Concat(Enumerable.Repeat("s = (s * 31 + o.x) | 0; ", 300));
        using var heap = HeapOf(
            $"function f(o) {{ let s = 0; {body} return s; }} let s = 0; for (let i = 0; i < 1500; i++) s ^= f({{ x: i }});",
            regularBytes: regular);

        Assert.True(heap.Large.State.ObjectBytes > regular, $"{heap.Large.State.ObjectBytes} bytes");
    }

    [Theory]
    [InlineData(BarrierKind.DijkstraStoreShade)]
    [InlineData(BarrierKind.Hybrid)]
    [InlineData(BarrierKind.Steele)]
    [InlineData(BarrierKind.Yuasa)]
    public void Code_that_is_made_while_marking_is_under_way_lives_on_under_each_kind_of_barrier(BarrierKind barrier)
    {
        const int functions = 60;
        var texts = Enumerable.Range(0, functions).Select(i =>
            $"function f{i}(o, k) {{ let s = 0; for (let j = 0; j < k; j++) {{ s += o.a + j * {i}; const t = new Node(s); t.b = o; o.c = t; }} return s; }}");
        var source = $$"""
            function Node(a) { this.a = a; this.b = null; this.c = null; }
            {{string.Join('\n', texts)}}
            const all = [{{string.Join(", ", Enumerable.Range(0, functions).Select(i => $"f{i}"))}}];
            let list = null;
            for (let i = 0; i < all.length; i++) {
              for (let j = 0; j < 60; j++) {
                all[i](new Node(j), 80);
                for (let k = 0; k < 100; k++) { const node = new Node(k); node.b = list; list = node; }
              }
              if (i % 30 == 29) list = null;
            }
            """;
        using var heap = HeapOf(source, fullCollections: true, barrier: barrier);

        Assert.True(heap.Code.ObjectBytes > functions * 500, $"{heap.Code.ObjectBytes} bytes of code are left.");
    }

    private static SharedHeap HeapOf(
        string source, JavaScriptTier tier = JavaScriptTier.Turbofan, bool fullCollections = false, int regularBytes = 524_288,
        BarrierKind barrier = BarrierKind.DijkstraStoreShade)
    {
        var settings = new WorldSettings
        {
            Geometry = Geometry.Classic with { ReservedPages = 256, MaximumRegularObjectBytes = regularBytes },
            MaximumSemispaceBytes = 1 << 20,
            InitialOldBytes = fullCollections ? 1 << 20 : 0,
            MinimumBytesForMarking = fullCollections ? 1 << 20 : 8 << 20,
            VerifyHeap = true,
            Techniques = new Techniques { Barrier = barrier },
        };
        var heap = World.CreateHeap(settings);
        using var output = new StringWriter { NewLine = "\n" };
        var options = new JavaScriptOptions { Output = output, Error = output, Tier = tier };
        var run = WorldRun.Of<JavaScriptProgram>(
            WorldHost.Virtual, heap, settings, seed: 1, tables => [JavaScriptProgram.Load(heap, tables, "program.js", source, options)]);

        Assert.Equal(1, run.CountOf(EventKind.ProgramEnd));
        Assert.Equal(fullCollections, run.Cycles.Any(cycle => cycle.Kind == CycleKind.MarkCompact));
        return heap;
    }
}
