using Acornima.Ast;
using ConcurrentGc.JavaScript.BuiltIns;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Interpreting;
using ConcurrentGc.JavaScript.Parsing;

namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>The library: built-in methods that are written in JavaScript, and what only they can say.</summary>
internal sealed partial class FunctionCompiler
{
    private const string LibraryResource = "ConcurrentGc.JavaScript.Collections.Library.js";

    /// <summary>Lowers the library; its functions follow those of the program.</summary>
    /// <param name="program">Where the code goes.</param>
    public static void CompileLibrary(ProgramCode program)
    {
        using var reader = new StreamReader(typeof(FunctionCompiler).Assembly.GetManifestResourceStream(LibraryResource)!);
        var (tree, scopes) = ProgramParser.Parse("library.js", reader.ReadToEnd());
        foreach (var type in tree.Body.OfType<ClassDeclaration>())
        {
            foreach (var method in type.Body.Body.OfType<MethodDefinition>())
            {
                var holder = type.Id!.Name + (method.Static ? string.Empty : ".prototype");
                var name = ((Identifier)method.Key).Name;
                var isConstructor = method.Kind == PropertyKind.Constructor;
                var compiler = new FunctionCompiler(program, scopes, scopes.UnitOf(method.Value), isConstructor ? type.Id.Name : name)
                {
                    _position = method.Start,
                };
                compiler._function.Flags = FunctionFlags.Library;
                compiler.CompileBody((IFunction)method.Value, classBody: null, isDerived: false);
                program.Library.Add(isConstructor ? type.Id.Name : $"{holder}.{name}", compiler._function.Index);
            }
        }
    }

    private bool IsLibrary => (_function.Flags & FunctionFlags.Library) != FunctionFlags.None;

    private bool TryCompileIntrinsic(CallExpression call, int register)
    {
        if (!IsLibrary || call.Callee is not Identifier { Name: ['$', ..] } callee)
        {
            return false;
        }

        if (callee.Name is "$call")
        {
            Await(register);
            Reserve(LinkWords);
            var receiver = TakeTemporary();
            CompileTo(call.Arguments[0], receiver - 2);
            _top = receiver + 1;
            CompileTo(call.Arguments[1], receiver);
            _top = receiver + 1;
            for (var i = 2; i < call.Arguments.Count; i++)
            {
                CompileTo(call.Arguments[i], TakeTemporary());
            }

            EmitCall(Emit(OpCode.Call, register, receiver, call.Arguments.Count - 2), register);
            return true;
        }

        var frame = TakeTemporary();
        CompileArguments(call.Arguments);
        Emit(OpCode.CallLibrary, register, frame, call.Arguments.Count, (int)Enum.Parse<BuiltIn>(callee.Name.AsSpan(1)));
        return true;
    }
}
