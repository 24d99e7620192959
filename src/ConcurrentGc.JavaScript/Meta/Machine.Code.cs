using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Bytecode;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>What optimized code embeds. See Note [Meta objects].</summary>
internal sealed unsafe partial class Machine
{
    /// <summary>Makes the code object of a function that was optimized.</summary>
    private void MakeCode(FunctionInfo* info)
    {
        if (!_meta.ArePresent)
        {
            return;
        }

        var embedded = new SortedSet<long>();
        foreach (ref var each in CodeOf(_base, info))
        {
            switch (each.Op)
            {
                case OpCode.LoadConstant:
                    embedded.Add(Embedded(each.D));
                    break;
                case OpCode.GetField or OpCode.GetMethod or OpCode.GetLength or OpCode.SetField or OpCode.AddField or OpCode.DefineField:
                    AddMap(embedded, _caches[each.D].Header);
                    AddMap(embedded, _caches[each.D].NewHeader);
                    AddMap(embedded, _caches[each.D].Header2);
                    break;
                default:
                    break;
            }
        }

        _meta.MakeCode(info->Index, ((int*)(_base + info->BytesBefore))[info->Instructions], embedded);
    }

    /// <summary>The code of a function was thrown away.</summary>
    private void DropCode(FunctionInfo* info)
    {
        if (_meta.ArePresent)
        {
            _meta.DropCode(info->Index);
        }
    }

    /// <summary>A constant, or the property cell of the global that it is the value of.</summary>
    private long Embedded(int constant)
    {
        for (var i = 0; i < _text.BuiltInObjects.Count; i++)
        {
            if (_text.BuiltInObjects[i].Constant == constant)
            {
                return _meta.PropertyCellOf(i);
            }
        }

        return _constants[constant];
    }

    private void AddMap(SortedSet<long> embedded, long header)
    {
        if (header != 0 && _meta.MapOf(ObjectLayout.ShapeIndex(header)) is var map && Tagged.IsPointer(map))
        {
            embedded.Add(map);
        }
    }
}
