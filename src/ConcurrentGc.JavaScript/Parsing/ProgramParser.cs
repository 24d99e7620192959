using Acornima;
using Acornima.Ast;
using ConcurrentGc.JavaScript.Loading;

namespace ConcurrentGc.JavaScript.Parsing;

/// <summary>From text to a checked syntax tree.</summary>
internal static class ProgramParser
{
    /// <summary>Parses a script in the manner of a CommonJS module and refuses what is not supported.</summary>
    /// <param name="file">The file as diagnostics name it.</param>
    /// <param name="source">Its text.</param>
    /// <exception cref="JavaScriptLoadException">Something is not supported; all of it is listed.</exception>
    public static (Script Program, ScopeAnalysis Scopes) Parse(string file, string source)
    {
        var options = new ParserOptions
        {
            EcmaVersion = EcmaVersion.Latest,
            AllowReturnOutsideFunction = true,
            AllowHashBang = true,
            CheckPrivateFields = false,
        };
        Script script;
        try
        {
            script = new Parser(options).ParseScript(source, file, strict: false);
        }
        catch (ParseErrorException error)
        {
            throw new JavaScriptLoadException(DescribeSyntaxError(file, source, error));
        }
        catch (InsufficientExecutionStackException)
        {
            throw new JavaScriptLoadException([new Diagnostic(file, 1, 1, "JS0001", "syntax error: the program is nested too deeply")]);
        }

        var check = new FeatureCheck(file);
        check.Run(script);
        var scopes = new ScopeAnalysis(check);
        try
        {
            scopes.Run(script);
        }
        catch (ProgramLimit limit)
        {
            throw new JavaScriptLoadException([new Diagnostic(file, limit.Line, limit.Column, "JS0001", limit.Message)]);
        }

        return check.Diagnostics.Count == 0
            ? (script, scopes)
            : throw new JavaScriptLoadException([.. check.Diagnostics.OrderBy(each => each.Line).ThenBy(each => each.Column)]);
    }

    private static Diagnostic[] DescribeSyntaxError(string file, string source, ParseErrorException error)
    {
        if (LooksLikeModule(source))
        {
            try
            {
                var module = new Parser(new ParserOptions { EcmaVersion = EcmaVersion.Latest })
                    .ParseModule(source, file);
                var check = new FeatureCheck(file);
                check.Run(module);
                if (check.Diagnostics.Count > 0)
                {
                    return [.. check.Diagnostics.OrderBy(each => each.Line).ThenBy(each => each.Column)];
                }
            }
            catch (ParseErrorException)
            {
                // Neither script nor module: the first error says it best.
            }
        }

        return [new Diagnostic(file, error.LineNumber, error.Column + 1, "JS0001", "syntax error: " + error.Description)];
    }

    private static bool LooksLikeModule(string source) =>
        source.Contains("import", StringComparison.Ordinal) || source.Contains("export", StringComparison.Ordinal);
}
