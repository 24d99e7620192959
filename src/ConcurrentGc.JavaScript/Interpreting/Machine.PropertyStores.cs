using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Shapes;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Stores to named properties, and what places learn from them.</summary>
internal sealed unsafe partial class Machine
{
    private int SetNamed(long* fp, Instruction* pc, bool isDefinition)
    {
        var cache = _caches + pc->D;
        var word = fp[pc->A];
        var isSecond = Tagged.IsPointer(word) && *Object(word) == cache->Header2;
        if (isSecond && cache->Kind2 == CacheKind.Field && fp[pc->B] != ObjectLayout.DoubleMarker)
        {
            StoreWithBarrier((long*)((byte*)Object(word) + cache->Offset2), fp[pc->B]);
            return Next;
        }

        if (isSecond && cache->Kind2 == CacheKind.DoubleField && TryNumber(fp + pc->B, out var number))
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

        if (name == Realm.NameProto && !isDefinition)
        {
            return EndUnsupported("__proto__");
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

        NoteFeedback(cache);
        var offset = ObjectLayout.ObjectPrefixBytes + (8 * (shape.Properties - 1));
        if (representation == Representation.Double)
        {
            cache->Header2 = *Object(word);
            cache->Kind2 = CacheKind.DoubleField;
            cache->Offset2 = offset;
            return;
        }

        if (cache->Header != 0 && cache->Header != *Object(word) && representation == Representation.Tagged && cache->Header2 == 0)
        {
            cache->Header2 = *Object(word);
            cache->Kind2 = CacheKind.Field;
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
        var added = IsSmi(value) ? Representation.Smi
            : value == ObjectLayout.DoubleMarker || *Object(value) == ObjectLayout.NumberHeader ? Representation.Double
            : Representation.Tagged;
        return Raise(owner, added);
    }

    private Representation Raise(int owner, Representation added)
    {
        ref var known = ref _shapes.Shapes[owner].Representation;
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

        var infos = (FunctionInfo*)(_base + _state->Functions);
        for (var i = 0; i < _code.Functions.Count; i++)
        {
            if (infos[i].Template != 0)
            {
                ((InstanceTemplate*)(_base + infos[i].Template))->Initial = 0;
            }
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
            return EndUnsupported("objects with more than 128 properties added one by one");
        }

        // The word of the properties may hold a hash: Note [Identity hashes].
        var storeLength = outside < 0 || IsSmi(thing[1]) ? 0 : Tagged.ToInteger(Object(thing[1])[1]);
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
        store[1] = Tagged.SmallInteger(length + 3) | (uint)IdentityHash((byte*)thing - _base + 1);
        var old = length == 0 ? null : Object(thing[1]);
        for (var i = 0; i < length + 3; i++)
        {
            store[2 + i] = i < length ? old[2 + i] : _state->Undefined;
        }

        StoreWithBarrier(thing + 1, word);
    }
}
