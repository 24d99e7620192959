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
                NoteLoad(word, owner, prototype, cache, isMethod);
                return LoadField(*SlotOf(at, owner), _shapes.Shapes[owner].Representation == Representation.Double, target);
            }

            prototype = _shapes.Shapes[index].Prototype;
            at = _shapes.Prototypes[prototype];
        }

        *target = _state->Undefined;
        return Next;
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

        ref var shape = ref _shapes.Shapes[owner];
        var slot = shape.Properties - 1;
        var isInside = slot < shape.Capacity;
        var offset = isInside ? ObjectLayout.ObjectPrefixBytes + (8 * slot) : 16 + (8 * (slot - shape.Capacity));
        var isDouble = shape.Representation == Representation.Double;
        var header = *Object(receiver);
        if (prototype < 0)
        {
            if (isInside && !isDouble && !isMethod)
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
        if (name == Realm.NameLength)
        {
            return kind is ObjectLayout.KindArray or (>= ObjectLayout.KindOneByte and <= ObjectLayout.KindSliced)
                || (kind == ObjectLayout.KindFunction && _shapes.Find(ObjectLayout.ShapeIndex(*Object(word)), name) < 0);
        }

        return kind == ObjectLayout.KindFunction && name is (Realm.NamePrototype or Realm.NameName)
            && (name == Realm.NamePrototype ? HasPrototypeSlot(word) : _shapes.Find(ObjectLayout.ShapeIndex(*Object(word)), name) < 0);
    }

    private bool HasPrototypeSlot(long function) => ObjectHeader.FixedBytes(*Object(function)) == ObjectLayout.FunctionBytes;

    private int LoadVirtual(long word, int name, long* target)
    {
        var kind = KindOf(word);
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

        *target = kind == ObjectLayout.KindArray ? Object(word)[3] : Tagged.SmallInteger(TextLength(word));
        return Next;
    }

    private int PrimitivePrototype(long word) => KindOf(word) switch
    {
        ObjectLayout.KindNumber => Realm.NumberPrototype,
        ObjectLayout.KindOddball => Realm.BooleanPrototype,
        _ => Realm.StringPrototype,
    };

    private int SetNamed(long* fp, Instruction* pc, bool isDefinition)
    {
        var cache = _caches + pc->D;
        var word = fp[pc->A];
        if (cache->Kind2 == CacheKind.DoubleField && Tagged.IsPointer(word) && *Object(word) == cache->Header2
            && TryNumber(fp + pc->B, out var number))
        {
            var box = *(long*)((byte*)Object(word) + cache->Offset2);
            if (Tagged.IsPointer(box))
            {
                ((double*)Object(box))[1] = number;
                return Next;
            }
        }

        return StoreNamed(word, cache->Name, fp + pc->B, cache, pc->Op != OpCode.SetField, isDefinition);
    }

    private int StoreNamed(long word, int name, long* value, InlineCache* cache, bool expectsToAdd, bool isDefinition)
    {
        if (!IsObject(word))
        {
            return IsNullish(word)
                ? Throw(ErrorKind.TypeError, $"Cannot set properties of {OddballText(word)} (setting '{NameOf(name)}')")
                : Next;
        }

        if (!isDefinition && Virtual(word, name))
        {
            return StoreVirtual(word, name, value);
        }

        var owner = _shapes.Find(ObjectLayout.ShapeIndex(*Object(word)), name);
        return owner >= 0
            ? StoreExisting(word, owner, value, expectsToAdd ? null : cache)
            : AddProperty(word, name, value, expectsToAdd ? cache : null);
    }

    private int StoreVirtual(long word, int name, long* value)
    {
        if (name == Realm.NamePrototype)
        {
            if (!HasRoom(BoxBytesOf(*value)))
            {
                return Retry;
            }

            var function = Object(word);
            StoreWithBarrier(function + (ObjectLayout.FunctionPrototypeOffset / 8), TaggedOf(value));
            function[ObjectLayout.FunctionShapeOffset / 8] = 0;
            return Next;
        }

        return KindOf(word) == ObjectLayout.KindArray ? SetArrayLength(word, value) : Next;
    }

    private int StoreExisting(long word, int owner, long* value, InlineCache* cache)
    {
        if (!HasRoom(ObjectLayout.BoxBytes))
        {
            return Retry;
        }

        var slot = SlotOf(word, owner);
        var representation = Generalize(owner, *value);
        if (representation == Representation.Double && Tagged.IsPointer(*slot))
        {
            _ = TryNumber(value, out var number);
            ((double*)Object(*slot))[1] = number;
        }
        else
        {
            StoreWithBarrier(slot, FieldWord(value, representation));
        }

        if (cache != null)
        {
            NoteStore(word, owner, representation, cache);
        }

        return Next;
    }

    private void NoteStore(long word, int owner, Representation representation, InlineCache* cache)
    {
        ref var shape = ref _shapes.Shapes[owner];
        if (shape.Properties > shape.Capacity || ObjectLayout.Kind(*Object(word)) is ObjectLayout.KindFunction)
        {
            return;
        }

        var offset = ObjectLayout.ObjectPrefixBytes + (8 * (shape.Properties - 1));
        if (representation == Representation.Double)
        {
            cache->Header2 = *Object(word);
            cache->Kind2 = CacheKind.DoubleField;
            cache->Offset2 = offset;
            return;
        }

        cache->Header = *Object(word);
        cache->NewHeader = cache->Header;
        cache->Offset = offset;
        cache->Mask = representation == Representation.Tagged ? 2 : 3;
    }

    /// <summary>What is stored for a value; room for a box was asked for.</summary>
    private long FieldWord(long* value, Representation representation)
    {
        if (representation == Representation.Double && !IsSmi(*value))
        {
            _ = TryNumber(value, out var number);
            return Box(number);
        }

        return TaggedOf(value);
    }

    /// <summary>Widens what is known of a property's values.</summary>
    private Representation Generalize(int owner, long value)
    {
        ref var known = ref _shapes.Shapes[owner].Representation;
        var added = IsSmi(value) ? Representation.Smi
            : value == ObjectLayout.DoubleMarker || *Object(value) == ObjectLayout.NumberHeader ? Representation.Double
            : Representation.Tagged;
        if (added > known)
        {
            // Places that have learned to load the bare word must not get hold of a box, and the other way round.
            var mustForget = known is Representation.Double || (known == Representation.Smi && added == Representation.Double);
            known = added;
            if (mustForget)
            {
                ForgetCaches();
            }
        }

        return known;
    }

    private void ForgetCaches()
    {
        for (var i = 0; i < _state->CacheCount; i++)
        {
            _caches[i].Header = 0;
            _caches[i].Header2 = 0;
        }
    }

    private int AddProperty(long word, int name, long* value, InlineCache* cache)
    {
        var thing = Object(word);
        var from = ObjectLayout.ShapeIndex(*thing);
        var slot = _shapes.Shapes[from].Properties;
        var outside = slot - _shapes.Shapes[from].Capacity;
        if (outside >= 128)
        {
            return Throw(ErrorKind.TypeError, "objects with more than 128 properties added one by one are not available in the simulator");
        }

        var storeLength = outside < 0 ? 0 : Tagged.ToInteger(Object(thing[1])[1]);
        var mustGrow = outside >= storeLength && outside >= 0;
        var storeBytes = mustGrow ? 16 + (8 * (storeLength + 3)) : 0;
        if (!HasRoom(ObjectLayout.BoxBytes + storeBytes))
        {
            return Retry;
        }

        var to = _shapes.Add(from, name);
        var representation = Generalize(to, *value);
        if (mustGrow)
        {
            GrowProperties(thing, storeLength, storeBytes);
        }

        var target = outside < 0 ? thing + 3 + slot : Object(thing[1]) + 2 + outside;
        StoreWithBarrier(target, FieldWord(value, representation));
        var before = *thing;
        var after = (_shapes.Shapes[to].Header & ~0xFFFFFFFFL) | (before & 0xFFFFFFFFL);
        *thing = after;
        if (_shapes.Shapes[from].IsPrototype != 0)
        {
            ForgetCaches();
        }
        else if (cache != null && outside < 0 && representation != Representation.Double)
        {
            cache->Header = before;
            cache->NewHeader = after;
            cache->Offset = ObjectLayout.ObjectPrefixBytes + (8 * slot);
            cache->Mask = representation == Representation.Tagged ? 2 : 3;
        }

        return Next;
    }

    private void GrowProperties(long* thing, int length, int bytes)
    {
        var store = Allocate(bytes, out var word);
        store[0] = ObjectLayout.PropertyArrayHeader;
        store[1] = Tagged.SmallInteger(length + 3);
        var old = Object(thing[1]);
        for (var i = 0; i < length + 3; i++)
        {
            store[2 + i] = i < length ? old[2 + i] : _state->Undefined;
        }

        StoreWithBarrier(thing + 1, word);
    }

    private int GetSuper(long* fp, Instruction* pc)
    {
        var home = Object(fp[-2])[ObjectLayout.FunctionHomeOffset / 8];
        var start = IsObject(home) ? PrototypeOf(home) : _state->Undefined;
        if (!IsObject(start))
        {
            fp[pc->A] = _state->Undefined;
            return Next;
        }

        var name = pc->D >= 0 ? pc->D : _code.Names.Number(KeyText(fp + pc->C));
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
