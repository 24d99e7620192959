using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Loading;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

/// <summary>Built-in classes on a heap whose dead weak words are cleared before every allocation.</summary>
public sealed class WeakClearingTests
{
    [Fact]
    public void A_weak_reference_gives_its_object_until_the_turn_ends_and_undefined_afterwards() => Prints(
        """
        const strong = { name: 'strong' };
        const held = new WeakRef(strong), loose = new WeakRef({ name: 'loose' });
        for (let i = 0; i < 20; i++) [i];
        console.log(loose.deref().name, held.deref().name);
        setTimeout(() => {
          for (let i = 0; i < 20; i++) [i];
          console.log(loose.deref(), held.deref().name);
          let again = new WeakRef({ name: 'again' });
          queueMicrotask(() => { [1]; console.log(again.deref().name); });
          setTimeout(() => { [1]; console.log(again.deref(), held.deref() === strong); });
        });
        """,
        "loose strong\nundefined strong\nagain\nundefined true\n");

    [Fact]
    public void A_table_drops_what_died_and_keeps_what_is_held()
    {
        var capacity = 0;
        Prints(
            """
            const weak = new WeakMap(), set = new WeakSet(), held = [];
            for (let i = 0; i < 600; i++) {
              const key = { i };
              weak.set(key, { key });
              set.add(key);
              if (i % 100 === 0) held.push(key);
            }
            let found = '';
            for (const key of held) found += weak.get(key).key === key && set.has(key) ? key.i + ' ' : 'lost ';
            console.log(found, weak.get({}), set.has({}));
            """,
            "0 100 200 300 400 500  undefined false\n",
            (heap, weak) => capacity = weak.Where(each => ObjectHeader.Layout(heap.Owned(each)) == LayoutKind.EphemeronTable)
                .Select(each => Tagged.ToInteger(heap.Owned(each + (8 * WeakWords.TableCapacity)))).DefaultIfEmpty().Max());

        Assert.InRange(capacity, 8, 32);
    }

    [Fact]
    public void A_value_lives_as_long_as_its_key_through_any_number_of_tables() => Prints(
        """
        const tables = [new WeakMap(), new WeakMap(), new WeakMap()];
        const first = {};
        (function () {
          const second = {}, third = {};
          tables[2].set(third, { end: 'reached' });
          tables[1].set(second, third);
          tables[0].set(first, second);
        })();
        for (let i = 0; i < 30; i++) ({ i });
        console.log(tables[2].get(tables[1].get(tables[0].get(first))).end);
        """,
        "reached\n");

    [Fact]
    public void A_cleanup_is_called_once_for_each_target_that_died_and_was_not_unregistered() => Prints(
        """
        const registry = new FinalizationRegistry(held => { console.log('cleanup', held); });
        const kept = {}, token = {};
        registry.register(kept, 'kept');
        registry.register({}, 'one');
        registry.register({}, 2.5);
        registry.register({}, 'unregistered', token);
        console.log(registry.unregister(token));
        for (let i = 0; i < 10; i++) [i];
        console.log('end of module');
        queueMicrotask(() => console.log('microtask'));
        setTimeout(() => { for (let i = 0; i < 10; i++) [i]; console.log('timer', typeof kept); });
        """,
        "true\nend of module\nmicrotask\ncleanup one\ncleanup 2.5\ntimer object\n");

    [Fact]
    public void A_program_without_timers_calls_the_cleanups_that_are_due_at_its_end() => Prints(
        """
        const registry = new FinalizationRegistry(held => { console.log('cleanup', held); registry.register({}, held + 1); if (held < 3) make(); });
        const make = () => { for (let i = 0; i < 9; i++) [i]; };
        registry.register({}, 1);
        make();
        console.log('end');
        """,
        "end\ncleanup 1\ncleanup 2\ncleanup 3\n");

    [Fact]
    public void A_registry_that_died_calls_nothing() => Prints(
        """
        const calls = [];
        (function () {
          const registry = new FinalizationRegistry(held => calls.push(held));
          registry.register({}, 'x');
        })();
        const other = new FinalizationRegistry(held => { calls.push(held); console.log(calls.join()); });
        for (let i = 0; i < 10; i++) ({ i });
        other.register({}, 'y');
        for (let i = 0; i < 10; i++) ({ i });
        """,
        "y\n");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_is_kept_or_dropped_tables_and_cleanups_agree_with_what_the_program_holds(int seed) => Prints(
        $$"""
        let state = {{seed}}, registered = 0, cleaned = 0, wrong = 0;
        const random = n => { state = (state * 1103515245 + 12345) % 2147483648; return state % n; };
        const weak = new WeakMap(), members = new WeakSet(), registry = new FinalizationRegistry(held => { cleaned += held.by; });
        const keys = [], values = [];
        function step() {
          for (let i = 0; i < 60; i++) {
            const what = random(6), at = random(keys.length + 1);
            if (what < 3 || keys.length === 0) {
              const key = random(2) ? { what } : [what], value = random(3) ? i : { key };
              weak.set(key, value); members.add(key); registry.register(key, { by: 1 }); registered++;
              keys.push(key); values.push(value);
            } else if (what === 3 && at < keys.length) {
              keys[at] = keys[keys.length - 1]; values[at] = values[values.length - 1];
              keys.pop(); values.pop();
            } else if (what === 4 && at < keys.length) {
              if (!weak.delete(keys[at])) wrong++;
              weak.set(keys[at], values[at] = i);
            } else for (let k = 0; k < keys.length; k += 7) if (weak.get(keys[k]) !== values[k] || !members.has(keys[k])) wrong++;
          }
        }
        let rounds = 0;
        const timer = setInterval(() => {
          if (rounds++ < 6) step();
          else if (rounds > 9) {
            clearInterval(timer);
            for (let k = 0; k < keys.length; k++) if (weak.get(keys[k]) !== values[k]) wrong++;
            console.log(wrong, registered - keys.length - cleaned, registered > 100, keys.length > 10);
          } else for (let i = 0; i < 20; i++) [i];
        }, 1);
        """,
        "0 0 true true\n");

    private static void Prints(string source, string expected, Action<SharedHeap, IReadOnlyList<long>>? look = null)
    {
        foreach (var tier in (ReadOnlySpan<JavaScriptTier>)[JavaScriptTier.Turbofan, JavaScriptTier.Ignition])
        {
            var run = ProgramRun.OfText(source, new JavaScriptOptions { Tier = tier }, interval: 1, collect: heap =>
            {
                var clearing = new WeakClearing(heap);
                clearing.Run();
                look?.Invoke(heap, clearing.Weak);
            });

            Assert.Equal((expected, string.Empty, 0), (run.Output, run.Error, run.ExitCode));
            Assert.Null(run.Unsupported);
        }
    }
}
