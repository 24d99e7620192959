using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Bytecode;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Literals and classes.</summary>
internal sealed unsafe partial class Machine
{
    /// <summary>Executions after which V8 has given a function its feedback vector, and literals carry mementos.</summary>
    private const int WarmExecutions = 8;

    private int MementoBytes(InlineCache* cache) =>
        !IsHot(Frame) && cache->Count >= WarmExecutions ? ObjectLayout.BoxBytes : 0;

    private void AddMemento(InlineCache* cache, int bytes)
    {
        cache->Count += cache->Count < WarmExecutions ? 1 : 0;
        if (bytes != 0)
        {
            var memento = Allocate(ObjectLayout.BoxBytes, out _);
            memento[0] = ObjectLayout.MementoHeader;
            memento[1] = 0;
        }
    }

    private int NewEmptyObject(long* fp, Instruction* pc)
    {
        var header = _shapes.Shapes[EmptyShape(pc->D)].Header;
        if (!HasRoom(ObjectHeader.FixedBytes(header)))
        {
            return Retry;
        }

        FillObject(Allocate(ObjectHeader.FixedBytes(header), out var word), header);
        fp[pc->A] = word;
        return Next;
    }

    private int EmptyShape(int capacity)
    {
        ref var known = ref *((long*)(_base + _state->EmptyShapes) + Math.Min(capacity, Realm.MaximumLiteralCapacity));
        if (known == 0)
        {
            known = _shapes.AddRoot(-1, ObjectLayout.KindObject, ObjectLayout.ObjectPrefixBytes, Math.Min(capacity, Realm.MaximumLiteralCapacity), Realm.ObjectPrototype);
        }

        return (int)known;
    }

    private int NewObject(long* fp, Instruction* pc)
    {
        var count = (int)pc->C;
        var first = fp + pc->B;
        var cache = _caches + _text.ObjectCaches + pc->D;
        var memento = MementoBytes(cache);
        var boxes = 0;
        for (var i = 0; i < count; i++)
        {
            boxes += IsSmi(first[i]) || (Tagged.IsPointer(first[i]) && *Object(first[i]) != ObjectLayout.NumberHeader) ? 0 : ObjectLayout.BoxBytes;
        }

        var bytes = ObjectLayout.ObjectPrefixBytes + (8 * count);
        if (!HasRoom(bytes + memento + boxes))
        {
            return Retry;
        }

        var shape = LiteralShape(pc->D, count);
        var thing = Allocate(bytes, out var word);
        thing[0] = _shapes.Shapes[shape].Header;
        thing[1] = _state->EmptyArray;
        thing[2] = _state->EmptyArray;
        AddMemento(cache, memento);
        for (var i = count - 1; i >= 0; i--)
        {
            thing[3 + i] = FieldWord(first + i, Generalize(shape, first[i]));
            shape = _shapes.Shapes[shape].Parent;
        }

        fp[pc->A] = word;
        return Next;
    }

    private int LiteralShape(int literal, int count)
    {
        ref var known = ref *((long*)(_base + _state->ObjectShapes) + literal);
        if (known == 0)
        {
            var shape = EmptyShape(count);
            foreach (var name in _code.Objects[literal].Names)
            {
                shape = _shapes.Add(shape, name);
            }

            known = shape;
        }

        return (int)known;
    }

    private int NewArray(long* fp, Instruction* pc)
    {
        var count = (int)pc->C;
        var first = fp + pc->B;
        var cache = _caches + pc->D;
        var kind = ObjectLayout.SmiArrayIndex;
        var boxes = 0;
        for (var i = 0; i < count; i++)
        {
            kind = first[i] == _state->Hole ? kind : KindAfter(kind, first[i]);
            boxes += BoxBytesOf(first[i]);
        }

        boxes = kind == ObjectLayout.DoubleArrayIndex ? 0 : boxes;
        var memento = MementoBytes(cache);
        var storeBytes = count == 0 ? 0 : 16 + (8 * count);
        if (!HasRoom(ObjectLayout.ArrayBytes + memento + storeBytes + boxes))
        {
            return Retry;
        }

        var store = _state->EmptyArray;
        if (count > 0)
        {
            var elements = Allocate(storeBytes, out store);
            elements[0] = kind == ObjectLayout.DoubleArrayIndex ? ObjectLayout.DoubleArrayHeader : ObjectLayout.FixedArrayHeader;
            elements[1] = Tagged.SmallInteger(count);
            for (var i = 0; i < count; i++)
            {
                FillElement(elements + 2 + i, first + i, kind);
            }
        }

        fp[pc->A] = NewArrayObject(kind, store, count);
        AddMemento(cache, memento);
        return Next;
    }

    private void FillElement(long* slot, long* value, int kind)
    {
        if (kind != ObjectLayout.DoubleArrayIndex)
        {
            *slot = TaggedOf(value);
        }
        else if (*value == _state->Hole)
        {
            *slot = ObjectLayout.HoleBits;
        }
        else
        {
            _ = TryNumber(value, out var number);
            *(double*)slot = number;
        }
    }

    /// <summary>An array object; room was asked for.</summary>
    private long NewArrayObject(int kind, long store, int length)
    {
        var array = Allocate(ObjectLayout.ArrayBytes, out var word);
        array[0] = _shapes.Shapes[kind].Header;
        array[1] = _state->EmptyArray;
        array[2] = store;
        array[3] = Tagged.SmallInteger(length);
        return word;
    }

    private int CopyArray(long* fp, Instruction* pc)
    {
        var cache = _caches + pc->C;
        var store = *((long*)(_base + _state->ArrayStores) + pc->D);
        var memento = MementoBytes(cache);
        var isDouble = *Object(store) == ObjectLayout.DoubleArrayHeader;
        var length = Tagged.ToInteger(Object(store)[1]);
        var storeBytes = isDouble ? 16 + (8L * length) : 0;
        if (!TryAllocateStore(ObjectLayout.ArrayBytes + memento, storeBytes, out var copy))
        {
            return Retry;
        }

        if (isDouble)
        {
            Buffer.MemoryCopy(Object(store), Object(copy), storeBytes, storeBytes);
            store = copy;
        }

        var kind = isDouble ? ObjectLayout.DoubleArrayIndex : AllSmi(Object(store), length) ? ObjectLayout.SmiArrayIndex : ObjectLayout.ValueArrayIndex;
        fp[pc->A] = NewArrayObject(kind, store, length);
        AddMemento(cache, memento);
        return Next;
    }

    private static bool AllSmi(long* store, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (!IsSmi(store[2 + i]))
            {
                return false;
            }
        }

        return true;
    }

    private int NewClass(long* fp, Instruction* pc)
    {
        var parent = fp[pc->B];
        var isDerived = parent != _state->Hole;
        var parentPrototype = _shapes.Prototypes[Realm.ObjectPrototype];
        if (isDerived)
        {
            if (!IsConstructor(parent))
            {
                return Throw(ErrorKind.TypeError, $"Class extends value {DescribeWord(parent)} is not a constructor or null");
            }

            if (IsClosedClass(parent))
            {
                return EndUnsupported($"extends {TextOf(_constants[FunctionInfoOf(parent)->Name])}");
            }

            if (!TryEnsurePrototype(parent, out parentPrototype))
            {
                return Retry;
            }
        }

        var info = (FunctionInfo*)(_base + _state->Functions) + pc->D;
        var capacity = _code.Functions[pc->D].PrototypeCapacity;
        if (!HasRoom(ObjectLayout.FunctionBytes + ObjectLayout.ObjectPrefixBytes + (8 * capacity)))
        {
            return Retry;
        }

        var header = _shapes.Shapes[Realm.FunctionShape].Header;
        if (isDerived)
        {
            MakePrototype(parent);
            MakePrototype(parentPrototype);
            header = _shapes.Shapes[_shapes.AddRoot(-1, ObjectLayout.KindFunction, ObjectLayout.FunctionBytes, 0, _shapes.PrototypeIndex(parent))].Header;
        }

        var context = pc->C != 0 ? fp[pc->C] : Object(fp[-2])[ObjectLayout.FunctionContextOffset / 8];
        var function = Allocate(ObjectLayout.FunctionBytes, out var constructor);
        FillFunction(function, header, info, context);
        var shape = _shapes.AddRoot(-1, ObjectLayout.KindObject, ObjectLayout.ObjectPrefixBytes, capacity, _shapes.PrototypeIndex(parentPrototype));
        _shapes.Shapes[shape].IsPrototype = 1;
        var prototype = NewPrototype(shape, constructor);
        function[ObjectLayout.FunctionPrototypeOffset / 8] = prototype;
        function[ObjectLayout.FunctionHomeOffset / 8] = prototype;
        fp[pc->A] = constructor;
        fp[pc->A + 1] = prototype;
        return Next;
    }

    private bool IsConstructor(long word) =>
        IsObject(word) && KindOf(word) == ObjectLayout.KindFunction
        && (FunctionInfoOf(word)->Flags & FunctionFlags.Constructor) != FunctionFlags.None;
}
