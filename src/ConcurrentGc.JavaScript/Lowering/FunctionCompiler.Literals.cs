using Acornima.Ast;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Interpreting;

namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>Array, object and template literals.</summary>
internal sealed partial class FunctionCompiler
{
    private const int MaximumInlineElements = 128;

    private void CompileTemplate(TemplateLiteral template, int register)
    {
        var first = template.Quasis[0].Value.Cooked ?? string.Empty;
        var result = register >= FirstTemporary ? register : TakeTemporary();
        Emit(OpCode.LoadConstant, result, d: _program.Constant(first));
        for (var i = 0; i < template.Expressions.Count; i++)
        {
            var top = _top;
            var part = TakeTemporary();
            CompileTo(template.Expressions[i], part);
            Emit(OpCode.ToText, part, part);
            if (i == 0 && first.Length == 0)
            {
                Emit(OpCode.Move, result, part);
            }
            else
            {
                Emit(OpCode.Add, result, result, part);
            }

            if (template.Quasis[i + 1].Value.Cooked is { Length: > 0 } text)
            {
                Emit(OpCode.LoadConstant, part, d: _program.Constant(text));
                Emit(OpCode.Add, result, result, part);
            }

            _top = top;
        }

        if (result != register)
        {
            Emit(OpCode.Move, register, result);
        }
    }

    private void CompileArray(ArrayExpression array, int register)
    {
        var count = array.Elements.Count;
        if (count > 0 && TryConstants(array, out var constants))
        {
            foreach (var text in constants.OfType<string>())
            {
                _ = _program.Constant(text);
            }

            _program.Arrays.Add(new ArrayTemplate(constants));
            Emit(OpCode.CopyArray, register, 0, _program.Cache(null), _program.Arrays.Count - 1);
            return;
        }

        var position = _position;
        var inline = Math.Min(CountBeforeSpread(array), MaximumInlineElements);
        var first = _top;
        for (var i = 0; i < inline; i++)
        {
            CompileElement(array.Elements[i], TakeTemporary());
        }

        _position = position;
        var cache = _program.Cache(null);
        var result = inline == count ? register : TakeTemporary();
        Emit(OpCode.NewArray, result, first, inline, cache);
        var isSpread = false;
        for (var i = inline; i < count; i++)
        {
            var top = _top;
            if (array.Elements[i] is SpreadElement spread)
            {
                isSpread = true;
                CompileSpread(spread, result);
                continue;
            }

            if (isSpread)
            {
                var element = TakeTemporary();
                CompileElement(array.Elements[i], element);
                Emit(OpCode.Append, result, element);
                _top = top;
                continue;
            }

            var key = TakeTemporary();
            EmitInteger(key, i);
            var value = TakeTemporary();
            CompileElement(array.Elements[i], value);
            Emit(OpCode.DefineElement, result, key, value);
            _top = top;
        }

        if (result != register)
        {
            Emit(OpCode.Move, register, result);
        }
    }

    private static int CountBeforeSpread(ArrayExpression array)
    {
        var count = 0;
        while (count < array.Elements.Count && array.Elements[count] is not SpreadElement)
        {
            count++;
        }

        return count;
    }

    private void CompileElement(Expression? element, int register)
    {
        if (element is null)
        {
            EmitOddball(register, Oddball.Hole);
        }
        else
        {
            CompileTo(element, register);
        }
    }

    private static bool TryConstants(ArrayExpression array, out object[] constants)
    {
        constants = new object[array.Elements.Count];
        for (var i = 0; i < constants.Length; i++)
        {
            switch (array.Elements[i])
            {
                case StringLiteral text:
                    constants[i] = text.Value;
                    break;
                case BooleanLiteral flag:
                    constants[i] = flag.Value;
                    break;
                case NullLiteral:
                    constants[i] = DBNull.Value;
                    break;
                case { } element when ConstantFolding.TryNumber(element, out var number):
                    constants[i] = number;
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private void CompileObject(ObjectExpression literal, int register)
    {
        if (literal.Properties.Count == 0)
        {
            Emit(OpCode.NewEmptyObject, register, d: 4);
            return;
        }

        if (IsPlain(literal))
        {
            CompilePlainObject(literal, register);
        }
        else
        {
            CompileObjectByParts(literal, register);
        }
    }

    private static bool IsPlain(ObjectExpression literal)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in literal.Properties)
        {
            if (node is not Property property || property.Computed || property.Method
                || !names.Add(NameOf(property.Key)) || PropertyKey.TryIndex(NameOf(property.Key), out _)
                || NameOf(property.Key) is "__proto__")
            {
                return false;
            }
        }

        return names.Count <= MaximumInlineElements;
    }

    private static string NameOf(Expression key) => key switch
    {
        Identifier identifier => identifier.Name,
        StringLiteral text => text.Value,
        NumericLiteral number => NumberText.Of(number.Value),
        _ => throw new InvalidOperationException($"A property key of type {key.Type}."),
    };

    private void CompilePlainObject(ObjectExpression literal, int register)
    {
        var position = _position;
        var first = _top;
        var names = new int[literal.Properties.Count];
        for (var i = 0; i < names.Length; i++)
        {
            var property = (Property)literal.Properties[i];
            names[i] = _program.Names.Number(NameOf(property.Key));
            var value = TakeTemporary();
            CompileNamed((Expression)property.Value, NameOf(property.Key), value);
        }

        _position = position;
        _program.Objects.Add(new ObjectTemplate(names));
        Emit(OpCode.NewObject, register, first, names.Length, _program.Objects.Count - 1);
    }

    private void CompileObjectByParts(ObjectExpression literal, int register)
    {
        var result = TakeTemporary();
        Emit(OpCode.NewEmptyObject, result, d: literal.Properties.Count);
        foreach (var node in literal.Properties)
        {
            var property = (Property)node;
            var top = _top;
            if (property.Computed)
            {
                var key = TakeTemporary();
                CompileTo((Expression)property.Key, key);
                var computed = CompileMethodOrValue(property, NameOfComputed((Expression)property.Key), result);
                Emit(OpCode.DefineElement, result, key, computed);
            }
            else if (PropertyKey.TryIndex(NameOf(property.Key), out var index))
            {
                var key = TakeTemporary();
                EmitInteger(key, (int)index);
                Emit(OpCode.DefineElement, result, key, CompileMethodOrValue(property, NameOf(property.Key), result));
            }
            else
            {
                var name = NameOf(property.Key);
                Emit(OpCode.DefineField, result, CompileMethodOrValue(property, name, result), 0, _program.Cache(name));
            }

            _top = top;
        }

        Emit(OpCode.Move, register, result);
    }

    private int CompileMethodOrValue(Property property, string name, int home)
    {
        var value = TakeTemporary();
        if (property.Method)
        {
            Emit(OpCode.NewClosure, value, NearestContext(_scope), 0, CompileFunction(property.Value, name, FunctionFlags.None, text: property));
            Emit(OpCode.SetHome, value, home);
            return value;
        }

        CompileNamed((Expression)property.Value, name, value);
        return value;
    }
}
