using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Shapes;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Named properties.</summary>
internal sealed unsafe partial class Machine
{
    private int GetNamed(long* fp, Instruction* pc)
    {
        var register = fp + pc->B;
        var cache = _caches + pc->D;
        if (Tagged.IsPointer(*register) && *Object(*register) == cache->Header2)
        {
            var thing = Object(*register);
            switch (cache->Kind2)
            {
                case CacheKind.Field:
                    fp[pc->A] = *(long*)((byte*)thing + cache->Offset2);
                    return Next;
                case CacheKind.Prototype:
                    fp[pc->A] = *(long*)(_base + _shapes.Prototypes[cache->Prototype2] - 1 + cache->Offset2);
                    return Next;
                case CacheKind.OutOfObject:
                    fp[pc->A] = *(long*)(_base + thing[1] - 1 + cache->Offset2);
                    return Next;
                case CacheKind.DoubleField:
                    return LoadField(*(long*)((byte*)thing + cache->Offset2), isDouble: true, fp + pc->A);
                default:
                    break;
            }
        }

        return LoadNamed(register, cache->Name, fp + pc->A, cache, pc->Op == OpCode.GetMethod);
    }

    private int LoadNamed(long* receiver, int name, long* target, InlineCache* cache, bool isMethod)
    {
        var word = *receiver;
        if (word == _state->Undefined || word == _state->Null || word == _state->Hole)
        {
            return Throw(ErrorKind.TypeError, $"Cannot read properties of {OddballText(word)} (reading '{NameOf(name)}')");
        }

        if (Virtual(word, name))
        {
            return LoadVirtual(word, name, target);
        }

        var prototype = -1;
        var at = word;
        if (!IsObject(word))
        {
            prototype = PrimitivePrototype(word);
            at = _shapes.Prototypes[prototype];
        }

        while (at != _state->Null)
        {
            var index = ObjectLayout.ShapeIndex(*Object(at));
            var owner = _shapes.Find(index, name);
            if (owner >= 0)
            {
                if (name == Realm.NameStack && KindOf(at) == ObjectLayout.KindError)
                {
                    // No place learns of it: the next error may still have numbers there.
                    var slot = SlotOf(at, owner);
                    return IsTrace(*slot) ? LoadTrace(at, slot, target) : LoadField(*slot, isDouble: false, target);
                }

                if (at != word && !IsObject(word) && NeedsObject(*SlotOf(at, owner)))
                {
                    return EndForSloppyThis();
                }

                NoteLoad(word, owner, prototype, cache, isMethod);
                return LoadField(*SlotOf(at, owner), _shapes.Shapes[owner].Representation == Representation.Double, target);
            }

            prototype = _shapes.Shapes[index].Prototype;
            at = _shapes.Prototypes[prototype];
        }

        *target = _state->Undefined;
        return MissingBuiltIn(word, name) is { } missing ? EndUnsupported(missing) : Next;
    }

    private int LoadField(long word, bool isDouble, long* target)
    {
        if (isDouble && Tagged.IsPointer(word) && *Object(word) == ObjectLayout.NumberHeader)
        {
            // The box belongs to the object and is written in place: what leaves it is a copy.
            return TrySetDouble(target, ((double*)Object(word))[1]) ? Next : Retry;
        }

        *target = word;
        return Next;
    }

    private void NoteLoad(long receiver, int owner, int prototype, InlineCache* cache, bool isMethod)
    {
        if (cache == null || !Tagged.IsPointer(receiver))
        {
            return;
        }

        NoteFeedback(cache);
        ref var shape = ref _shapes.Shapes[owner];
        var slot = shape.Properties - 1;
        var isInside = slot < shape.Capacity;
        var offset = isInside ? ObjectLayout.ObjectPrefixBytes + (8 * slot) : 16 + (8 * (slot - shape.Capacity));
        var isDouble = shape.Representation == Representation.Double;
        var header = *Object(receiver);
        if (prototype < 0)
        {
            if (isInside && !isDouble && !isMethod && (cache->Header == 0 || cache->Header2 != 0))
            {
                cache->Header = header;
                cache->Offset = offset;
                return;
            }

            cache->Header2 = isDouble && !isInside ? 0 : header;
            cache->Kind2 = !isInside ? CacheKind.OutOfObject : isDouble ? CacheKind.DoubleField : CacheKind.Field;
            cache->Offset2 = offset;
        }
        else if (isInside && !isDouble)
        {
            if (isMethod)
            {
                cache->Header = header;
                cache->Prototype = prototype;
                cache->Offset = offset;
                return;
            }

            cache->Header2 = header;
            cache->Kind2 = CacheKind.Prototype;
            cache->Prototype2 = prototype;
            cache->Offset2 = offset;
        }
    }

    /// <summary>The word of a property.</summary>
    /// <param name="holder">The object that has it.</param>
    /// <param name="owner">The shape that added it.</param>
    private long* SlotOf(long holder, int owner)
    {
        ref var shape = ref _shapes.Shapes[owner];
        var slot = shape.Properties - 1;
        var thing = Object(holder);
        return slot < shape.Capacity ? thing + 3 + slot : Object(thing[1]) + 2 + (slot - shape.Capacity);
    }

    /// <summary>Whether a property is kept outside the named ones: length, and name and prototype of functions.</summary>
    private bool Virtual(long word, int name)
    {
        var kind = KindOf(word);
        if (kind == ObjectLayout.KindBuffer)
        {
            return IsBufferProperty(word, name);
        }

        if (name == Realm.NameLength)
        {
            return kind is ObjectLayout.KindArray or (>= ObjectLayout.KindOneByte and <= ObjectLayout.KindSliced)
                || (kind == ObjectLayout.KindFunction && _shapes.Find(ObjectLayout.ShapeIndex(*Object(word)), name) < 0);
        }

        if (kind == ObjectLayout.KindCollection)
        {
            return name == Realm.NameSize;
        }

        return kind == ObjectLayout.KindFunction && name is (Realm.NamePrototype or Realm.NameName)
            && (name == Realm.NamePrototype ? HasPrototypeSlot(word) : _shapes.Find(ObjectLayout.ShapeIndex(*Object(word)), name) < 0);
    }

    private bool HasPrototypeSlot(long function) => ObjectHeader.FixedBytes(*Object(function)) == ObjectLayout.FunctionBytes;

    private int LoadVirtual(long word, int name, long* target)
    {
        var kind = KindOf(word);
        if (kind == ObjectLayout.KindBuffer)
        {
            return LoadBufferProperty(word, name, target);
        }

        if (name == Realm.NamePrototype)
        {
            if (!TryEnsurePrototype(word, out var prototype))
            {
                return Retry;
            }

            *target = prototype;
            return Next;
        }

        if (kind == ObjectLayout.KindFunction)
        {
            var info = FunctionInfoOf(word);
            *target = name == Realm.NameName ? _constants[info->Name] : Tagged.SmallInteger(info->Length);
            return Next;
        }

        if (kind == ObjectLayout.KindCollection)
        {
            *target = Tagged.SmallInteger(Table(Object(word)[TableSlot]).Count);
            return Next;
        }

        *target = kind == ObjectLayout.KindArray ? Object(word)[3] : Tagged.SmallInteger(TextLength(word));
        return Next;
    }

    private int PrimitivePrototype(long word) => KindOf(word) switch
    {
        ObjectLayout.KindNumber => Realm.NumberPrototype,
        ObjectLayout.KindOddball => word == _state->IteratorSymbol ? Realm.SymbolPrototype : Realm.BooleanPrototype,
        _ => Realm.StringPrototype,
    };

    private int GetSuper(long* fp, Instruction* pc)
    {
        var home = Object(fp[-2])[ObjectLayout.FunctionHomeOffset / 8];
        var start = IsObject(home) ? PrototypeOf(home) : _state->Undefined;
        if (!IsObject(start))
        {
            fp[pc->A] = _state->Undefined;
            return Next;
        }

        var name = pc->D;
        if (name < 0 && !TryNameOfKey(fp + pc->C, out name))
        {
            return FailConversion();
        }

        return LoadNamed(&start, name, fp + pc->A, null, isMethod: false);
    }

    /// <summary>The prototype that a function's instances get; a plain function's is made when it is first wanted.</summary>
    /// <returns>False: return <see cref="Retry"/>.</returns>
    private bool TryEnsurePrototype(long function, out long prototype)
    {
        prototype = _state->Undefined;
        if (!HasPrototypeSlot(function))
        {
            return true;
        }

        prototype = Object(function)[ObjectLayout.FunctionPrototypeOffset / 8];
        if (prototype != _state->Hole)
        {
            return true;
        }

        var bytes = ObjectLayout.ObjectPrefixBytes + 32;
        if (!HasRoom(bytes))
        {
            return false;
        }

        var shape = _shapes.AddRoot(-1, ObjectLayout.KindObject, ObjectLayout.ObjectPrefixBytes, 4, Realm.ObjectPrototype);
        _shapes.Shapes[shape].IsPrototype = 1;
        prototype = NewPrototype(shape, function);
        StoreWithBarrier(Object(function) + (ObjectLayout.FunctionPrototypeOffset / 8), prototype);
        return true;
    }

    /// <summary>A prototype object whose one property is its constructor; room was asked for.</summary>
    private long NewPrototype(int shape, long constructor)
    {
        var with = _shapes.Add(shape, Realm.NameConstructor);
        _shapes.Shapes[with].Representation = Representation.Tagged;
        var header = _shapes.Shapes[with].Header;
        var bytes = ObjectHeader.FixedBytes(header);
        var thing = Allocate(bytes, out var word);
        FillObject(thing, header);
        thing[3] = constructor;
        return word;
    }

    private void FillObject(long* thing, long header)
    {
        thing[0] = header;
        thing[1] = _state->EmptyArray;
        thing[2] = _state->EmptyArray;
        var words = ObjectHeader.FixedBytes(header) / 8;
        for (var i = 3; i < words; i++)
        {
            thing[i] = _state->Undefined;
        }
    }

    /// <summary>Gives an object a shape of its own, so that adding to it is noticed by those that inherit from it.</summary>
    private void MakePrototype(long word)
    {
        var thing = Object(word);
        var index = ObjectLayout.ShapeIndex(*thing);
        if (_shapes.Shapes[_shapes.Shapes[index].Root].IsPrototype != 0)
        {
            return;
        }

        *thing = (_shapes.Shapes[_shapes.AddPrototypeShape(index)].Header & ~0xFFFFFFFFL) | (*thing & 0xFFFFFFFFL);
        ForgetCaches();
    }
}
