using ConcurrentGc.JavaScript.Loading;
using ConcurrentGc.Orinoco.Mutating;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

public sealed class UnsupportedTests
{
    [Theory]
    [InlineData("[3, 1, 2].sort();", "Array.prototype.sort")]
    [InlineData("if ([].map) console.log(1);", "Array.prototype.map")]
    [InlineData("console.log('map' in []);", "Array.prototype.map")]
    [InlineData("const m = 'repeat'; 'x'[m](3);", "String.prototype.repeat")]
    [InlineData("const f = () => 1; f.call(null);", "Function.prototype.call")]
    [InlineData("const M = Math; M.sinh(1);", "Math.sinh")]
    [InlineData("const a = [Object]; a[0].assign({});", "Object.assign")]
    [InlineData("const fs = require('fs'); fs.readFileSync('x');", "fs.readFileSync")]
    [InlineData("const S = Symbol; S('x');", "symbols but for Symbol.iterator")]
    [InlineData("class C { m() { } } Object.keys(C.prototype);", "Object.keys of a prototype")]
    [InlineData("const f = () => 1; delete f.name;", "delete of a property of a built-in object")]
    [InlineData("const A = Array; A['fr' + 'om']([1]);", "a function of the library")]
    [InlineData("Object.keys('ab');", "Object.keys of a string")]
    [InlineData("({}).hasOwnProperty('x');", "Object.prototype.hasOwnProperty")]
    [InlineData("const o = { toString() { return 'x'; } }; `${o}`;", "conversion of an object")]
    [InlineData("const o = { valueOf() { return 1; } }; o + 1;", "conversion of an object")]
    [InlineData("const o = { valueOf() { return 1; } }; 'abc'.charAt(o);", "conversion of an object")]
    [InlineData("const k = { toString() { return 'a'; } }; const t = {}; t[k] = 1;", "conversion of an object")]
    [InlineData("const k = { toString() { return 'a'; } }; ({ [k]: 2 });", "conversion of an object")]
    [InlineData("const k = { toString() { return 'a'; } }; k in {};", "conversion of an object")]
    [InlineData("const k = { toString() { return 'a'; } }; ({})[k];", "conversion of an object")]
    [InlineData("const a = []; a[5000] = 1;", "arrays with large gaps")]
    [InlineData("const o = {}; for (let i = 0; i < 200; i++) o['k' + i] = i;", "objects with more than 128 properties")]
    [InlineData("const O = Object; new O();", "new Object")]
    [InlineData("const A = Array; class B extends A { }", "extends Array")]
    [InlineData("const k = '__pro'; const t = {}; t[k + 'to__'] = null;", "__proto__")]
    [InlineData("const k = '__pro'; const t = {}; t[k + 'to__'];", "__proto__")]
    [InlineData("const o = { cause: 1 }; new Error('a', o);", "the cause of an Error")]
    [InlineData("(function () { return typeof this; })();", "this in a function that is called without an object")]
    [InlineData("const o = { m() { return (() => this)(); } }; const m = o.m; m();", "this in a function that is called without an object")]
    [InlineData("String.prototype.me = function () { return this; }; 'x'.me();", "this in a function that is called without an object")]
    public void What_is_not_supported_ends_the_program_although_it_catches(string statement, string feature)
    {
        var run = ProgramRun.OfText($"try {{\n{statement} }} catch (e) {{ console.log('caught'); }}\nconsole.log('on');", new JavaScriptOptions());

        Assert.Equal((ProgramEnd.Unsupported, string.Empty, string.Empty), (run.End, run.Output, run.Error));
        Assert.StartsWith("program.js:2:", run.Unsupported, StringComparison.Ordinal);
        Assert.Contains($"error JS0020: not supported at run time: {feature}", run.Unsupported, StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_that_Node_does_not_have_either_is_undefined()
    {
        const string source = "const a = [], f = () => 1; console.log(a.sum, f.x, Math.nothing === undefined, 'x'.y, (5).z, 'sum' in a, a.sort2);";

        Assert.Equal("undefined undefined true undefined undefined false undefined\n", ProgramRun.OfText(source.Replace("Math.nothing", "(m => m.nothing)(Math)", StringComparison.Ordinal), new JavaScriptOptions()).Output);
    }

    [Theory]
    [InlineData("console.log(1);", ProgramEnd.Completed)]
    [InlineData("console.error('x'); console.warn('y');", ProgramEnd.Completed)]
    [InlineData("throw 1;", ProgramEnd.UncaughtException)]
    public void An_end_says_whether_something_was_thrown(string source, ProgramEnd end) =>
        Assert.Equal(end, ProgramRun.OfText(source, new JavaScriptOptions()).End);
}
