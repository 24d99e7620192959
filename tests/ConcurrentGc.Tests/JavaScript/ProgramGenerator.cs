using System.Globalization;
using System.Text;

namespace ConcurrentGc.Tests.JavaScript;

/// <summary>
/// Writes random programs whose every expression allocates: block variables, switches, handlers, closures, literals, nested
/// calls, classes. Each value is an object with a number <c>v</c> and an array <c>w</c>; all of them end in one printed sum,
/// so that a variable that a collection loses is seen. A program ends soon and depends on nothing but its seed.
/// </summary>
internal sealed class ProgramGenerator
{
    private const string Prelude = """
        let fuel = 400, acc = 0;
        function note(x) { acc = (acc * 31 + x.v + x.w.length) | 0; return x; }
        function mk(n) { if (--fuel < 0) throw spent; return { v: n | 0, w: [n, { n }] }; }
        const spent = { v: 1, w: [] };
        function id(x) { mk(0); return x; }
        function pair(a, b) { return { v: (a.v + 3 * b.v) | 0, w: [a.v, b.v, a.w.length], a, b }; }
        function three(a, b, c) { const p = pair(a, b); return pair(p, c); }
        function check(x) { if ((x.v & 3) === 0) throw mk(x.v + 1); return x; }
        class Box {
          f = mk(7);
          constructor(x) { this.x = x; this.v = (x.v + this.f.v) | 0; this.w = [x, this.f]; }
          m(o) { return pair(this.x, o); }
        }
        class Sub extends Box {
          g = mk(9);
          constructor(x, y) { super(pair(x, y)); this.y = y; this.v = (this.v ^ this.g.v) | 0; }
          m(o) { return three(super.m(o), this.y, this.g); }
        }
        class Default extends Sub { h = id(mk(5)); }

        """;

    private readonly StringBuilder _text = new(Prelude);
    private readonly List<string> _readable = [];
    private readonly List<string> _writable = [];
    private SeededRandom _random;
    private int _names;
    private int _functions;
    private int _loops;
    private bool _captures;
    private bool _isInFunction;

    private ProgramGenerator(ulong seed) => _random = new SeededRandom(seed);

    /// <summary>A program.</summary>
    /// <param name="seed">Decides it.</param>
    /// <param name="rounds">How often its functions are called: many make them hot.</param>
    public static string Of(ulong seed, int rounds = 2)
    {
        var generator = new ProgramGenerator(seed);
        for (var i = 0; i < 3; i++)
        {
            generator.AddFunction();
        }

        generator.Line("try {");
        generator.Block(3, 4);
        generator.Line("} catch (e) { note(e); }");
        generator.Line($"for (let round = 0; round < {rounds}; round++) {{ fuel = 400; try {{");
        for (var i = 0; i < generator._functions; i++)
        {
            generator.Line($"note(f{i}(mk(round + {i}), {generator.Value(1)}));");
        }

        generator.Line("} catch (e) { note(e); } }");
        generator.Line("console.log(acc);");
        return generator._text.ToString();
    }

    private int Next(int count) => _random.Next(count);

    private string Pick(List<string> names) => names[Next(names.Count)];

    private string Fresh() => string.Create(CultureInfo.InvariantCulture, $"x{_names++}");

    private void Line(string line) => _text.Append(line).Append('\n');

    private void AddFunction()
    {
        var (readable, writable) = (_readable.Count, _writable.Count);
        _isInFunction = true;
        _captures = Next(2) == 0; // a captured variable lives in no register
        Line($"function f{_functions}(a, b) {{");
        _readable.AddRange(["a", "b"]);
        _writable.AddRange(["a", "b"]);
        Statements(2, 5);
        Line($"return {Value(2)};");
        Line("}");
        Forget(readable, writable);
        _isInFunction = false;
        _functions++;
    }

    private void Forget(int readable, int writable)
    {
        _readable.RemoveRange(readable, _readable.Count - readable);
        _writable.RemoveRange(writable, _writable.Count - writable);
    }

    private void Block(int depth, int count = 3)
    {
        var (readable, writable) = (_readable.Count, _writable.Count);
        Statements(depth - 1, count);
        for (var i = readable; i < _readable.Count; i++)
        {
            Line($"mk({i}); note({_readable[i]});"); // as late as its block allows
        }

        Forget(readable, writable);
    }

    private void Statements(int depth, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Statement(depth);
        }
    }

    private void Statement(int depth)
    {
        switch (Next(depth > 0 ? 16 : 7))
        {
            case 0 or 1: Declare(); break;
            case 2: Line($"note({Value(2)});"); break;
            case 3 when _writable.Count > 0: Line($"{Pick(_writable)} = {Value(2)};"); break;
            case 4 when _readable.Count > 0: Line($"{Pick(_readable)}.k = {Value(2)};"); break;
            case 5 when _writable.Count > 0: Line($"{Pick(_writable)} {Logical()} {Value(2)};"); break;
            case 6 when _readable.Count > 0: Compound(Pick(_readable)); break;
            case 7: If(depth); break;
            case 8 or 9: Loop(depth); break;
            case 10: Switch(depth); break;
            case 11 or 12: Try(depth); break;
            case 13 when _captures: Closures(depth); break;
            case 14:
                Line("{");
                Block(depth);
                Line("}");
                break;
            default: Line($"note(check({Value(1)}).k ?? {Value(1)});".Replace("check", depth > 2 ? "id" : "check", StringComparison.Ordinal)); break;
        }
    }

    private string Logical() => Next(3) switch { 0 => "&&=", 1 => "||=", _ => "??=" };

    private void Compound(string name)
    {
        Line(Next(3) switch
        {
            0 => $"{name}.k {Logical()} {Value(2)};",
            1 => $"{name}.v += {Number(2)}; {name}.v |= 0;",
            _ => $"{name}.w[({Number(1)}) & 1] = {Value(2)};",
        });
    }

    private void Declare()
    {
        var name = Fresh();
        switch (Next(4))
        {
            case 0:
                Line($"let {name};");
                Line($"{name} = {Value(2)};");
                _writable.Add(name);
                break;
            case 1:
                Line($"const {name} = {Value(3)};");
                break;
            case 2:
                Line($"var {name} = {Value(2)};");
                _writable.Add(name);
                break;
            default:
                Line($"let {name} = {Value(3)};");
                _writable.Add(name);
                break;
        }

        _readable.Add(name);
    }

    private void If(int depth)
    {
        Line($"if ({Condition(2)}) {{");
        Block(depth);
        Line("} else {");
        Block(depth);
        Line("}");
    }

    private void Loop(int depth)
    {
        var (name, label) = (Fresh(), string.Create(CultureInfo.InvariantCulture, $"L{_loops++}"));
        var kind = Next(3);
        Line(kind switch
        {
            0 => $"{label}: for (let {name} = 0, o = {Value(1)}; {name} < 3; {name}++) {{ note(o);",
            1 => $"var {name} = 0; {label}: while ({name}++ < 2) {{",
            _ => $"var {name} = 0; {label}: do {{",
        });
        Block(depth);
        Line($"for (let j = 0; j < 2; j++) {{ const q = {Value(1)};");
        var jump = $"if ({Condition(1)}) {(Next(2) == 0 ? "continue" : "break")} {(Next(2) == 0 ? label : string.Empty)};";
        Line(Next(2) == 0 ? jump : $"try {{ const t = {Value(1)}; {jump} note(t); }} finally {{ const u = {Value(1)}; mk(1); note(u); }}");
        Line($"note(pair(q, {Value(1)})); }}");
        Block(depth, 1);
        Line(kind == 2 ? $"}} while ({name}++ < 2);" : "}");
    }

    private void Switch(int depth)
    {
        Line($"switch (({Number(1)}) & 3) {{");
        Line($"case 0: const {Fresh()} = {Value(1)}; note({Value(1)});");
        Line(Next(2) == 0 ? "break;" : string.Empty);
        Line($"case ({Number(1)}) & 3: {{");
        Block(depth);
        Line("} break; default:");
        Line($"let {Fresh()} = {Value(2)}; note({Value(1)}); }}");
    }

    private void Try(int depth)
    {
        var name = Fresh();
        Line("try {");
        Block(depth);
        Line(_isInFunction && Next(3) == 0 ? $"if ({Condition(1)}) return {Value(2)};" : $"note(check({Value(2)}));");
        Line($"}} catch ({name}) {{");
        _readable.Add(name);
        Block(depth, 2);
        _readable.RemoveAt(_readable.Count - 1);
        if (Next(2) == 0)
        {
            Line("} finally {");
            Block(depth, 2);
        }

        Line("}");
    }

    private void Closures(int depth)
    {
        var (list, each) = (Fresh(), Fresh());
        Line($"const {list} = []; for (let i = 0, {each} = {Value(1)}; i < 3; i++) {{ const c = {Value(1)};");
        Line($"{list}.push(() => pair({each}, c), (y) => {{ {each} = y; return {Value(1)}; }}); {each} = mk(i);");
        Block(depth, 1);
        Line($"}} for (let i = 0; i < {list}.length; i++) note({list}[i]({Value(1)}));");
    }

    private string Value(int depth)
    {
        if (depth <= 0)
        {
            return _readable.Count > 0 && Next(3) > 0 ? Pick(_readable) : $"mk({Next(50)})";
        }

        var d = depth - 1;
        return Next(18) switch
        {
            0 => $"mk({Number(d)})",
            1 => $"id({Value(d)})",
            2 => $"pair({Value(d)}, {Value(d)})",
            3 => $"three({Value(d)}, {Value(d)}, {Value(d)})",
            4 => $"new Box({Value(d)})",
            5 => $"new Sub({Value(d)}, {Value(d)}).m({Value(d)})",
            6 => $"new Default({Value(d)}, {Value(d)})",
            7 => $"({Condition(d)} ? {Value(d)} : {Value(d)})",
            8 => $"({Value(d)} && {Value(d)})",
            9 => $"({Value(d)}.k ?? {Value(d)})",
            10 => $"({Value(d)}.none || {Value(d)})",
            11 => $"({{ v: {Number(d)}, w: [{Value(d)}, {Value(d)}], k: {Value(d)} }})",
            12 => $"({{ v: 1, w: [], ['k' + {Number(0)}]: {Value(d)}, m(o) {{ return pair(this, o); }} }}).m({Value(d)})",
            13 => $"[{Value(d)}, {Value(d)}, {Value(d)}][({Number(d)}) & 1]",
            14 => $"mk(`${{{Number(d)}}}-${{{Value(d)}.v}}`.length)",
            15 => _writable.Count > 0 ? $"({Pick(_writable)} = {Value(d)})" : Value(d),
            16 when _captures => $"(() => {{ const t = {Value(d)}; return pair({Value(d)}, t); }})()",
            _ => $"(note({Value(d)}), {Value(d)})",
        };
    }

    private string Number(int depth)
    {
        var d = depth - 1;
        return depth <= 0 ? string.Create(CultureInfo.InvariantCulture, $"{Next(9)}") : Next(7) switch
        {
            0 => $"{Value(d)}.v",
            1 => $"{Value(d)}.w.length",
            2 => $"(({Number(d)} + {Number(d)}) | 0)",
            3 => $"(({Number(d)} + 0.5) * 1.25 - {Value(d)}.v / 3)",
            4 => $"Math.floor(Math.sqrt(Math.abs({Number(d)})) * 1.5)",
            5 => $"pair({Value(d)}, {Value(d)}).v",
            _ => $"(acc & {Next(8)})",
        };
    }

    private string Condition(int depth) => Next(4) switch
    {
        0 => $"({Number(depth)}) < ({Number(depth)})",
        1 => $"({Number(depth)}) & 1 && {Value(depth - 1)}",
        2 => $"!({Value(depth - 1)}.v > {Number(depth - 1)})",
        _ => $"({Value(depth - 1)}.v & 3) === 1 || ({Number(depth - 1)}) > 4",
    };
}
