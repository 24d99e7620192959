using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Bytecode;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>
/// Deletion of properties. An object whose last property goes returns to the shape before it, as in V8. When another one
/// goes, those behind it move up and the object gets the shape that their names lead to; V8 makes a dictionary of it.
/// </summary>
internal sealed unsafe partial class Machine
{
    private int Delete(long* fp, Instruction* pc)
    {
        var holder = fp[pc->B];
        var key = fp + pc->C;
        if (IsNullish(holder))
        {
            return Throw(ErrorKind.TypeError, "Cannot convert undefined or null to object");
        }

        fp[pc->A] = _state->True;
        if (!IsObject(holder))
        {
            return Next;
        }

        if (TryIndex(key, out var index))
        {
            return DeleteElement(holder, index);
        }

        if (!TryNameOfKey(key, out var name))
        {
            return FailConversion();
        }

        if (BuiltInName(holder) is not null || (KindOf(holder) != ObjectLayout.KindArray && Virtual(holder, name)))
        {
            return EndUnsupported("delete of a property of a built-in object, or of size, name, length or prototype");
        }

        if (Virtual(holder, name))
        {
            fp[pc->A] = _state->False;
            return pc->D == 0 ? Next : Throw(ErrorKind.TypeError, $"Cannot delete property '{NameOf(name)}' of [object Array]");
        }

        DeleteNamed(holder, name);
        return Next;
    }

    private int DeleteElement(long holder, long index)
    {
        if (!HasElement(holder, index))
        {
            return Next;
        }

        if (IsTypedArray(holder))
        {
            return EndUnsupported("delete of an element of a typed array");
        }

        var isArray = KindOf(holder) == ObjectLayout.KindArray;
        var root = isArray ? ArrayRoot(holder) : ObjectLayout.ValueArrayIndex;
        if (!TryPrepareElements(holder, root, root, Tagged.ToInteger(Object(Object(holder)[2])[1]), 0))
        {
            return Retry;
        }

        var store = Object(Object(holder)[2]);
        store[2 + index] = *store == ObjectLayout.DoubleArrayHeader ? ObjectLayout.HoleBits : _state->Hole;
        return Next;
    }

    private void DeleteNamed(long holder, int name)
    {
        var thing = Object(holder);
        var from = ObjectLayout.ShapeIndex(*thing);
        var owner = _shapes.Find(from, name);
        if (owner < 0)
        {
            return;
        }

        var names = _shapes.Names(from);
        var at = _shapes.Shapes[owner].Properties - 1;
        var shape = _shapes.Shapes[owner].Parent;
        for (var i = at + 1; i < names.Length; i++)
        {
            // As widely known as before: a box that may be shared must not count as the property's own.
            var was = _shapes.Find(from, names[i]);
            var word = *SlotOf(holder, was);
            shape = _shapes.Add(shape, names[i]);
            _ = Raise(shape, _shapes.Shapes[was].Representation);
            StoreWithBarrier(SlotOf(holder, shape), word);
        }

        *SlotOf(holder, from) = _state->Undefined;
        *thing = (_shapes.Shapes[shape].Header & ~0xFFFFFFFFL) | (*thing & 0xFFFFFFFFL);
        if (_shapes.Shapes[_shapes.Shapes[from].Root].IsPrototype != 0)
        {
            ForgetCaches();
        }
    }
}
