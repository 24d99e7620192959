using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Buffers;
using ConcurrentGc.JavaScript.BuiltIns;
using ConcurrentGc.JavaScript.Interpreting;
using ConcurrentGc.JavaScript.Shapes;

namespace ConcurrentGc.JavaScript.Loading;

/// <summary>Built-in objects, in old space.</summary>
internal sealed unsafe partial class ProgramLoader
{
    private readonly Dictionary<string, int> _builtIns = new(StringComparer.Ordinal);

    private void MakeRealm()
    {
        MakePrototypes();
        MakeShapes();
        _text.RealmConstants = _constants.Count;
        foreach (var name in (ReadOnlySpan<string>)["number", "string", "function", "object", "undefined", "boolean"])
        {
            _constants.Add(MakeText(name));
        }

        MakeNumberTexts();
        _constants.Add(MakeText("symbol"));
        foreach (var (name, length, function, prototype) in BuiltInCatalog.Constructors)
        {
            MakeConstructor(name, length, function, prototype);
        }

        foreach (var name in BuiltInCatalog.Namespaces)
        {
            MakeNamespace(name);
        }

        foreach (var (holder, name, length, function, _) in BuiltInCatalog.Functions)
        {
            if (holder.Length == 0)
            {
                AddBuiltIn(name, MakeFunction(holder, name, length, function, FunctionFlags.None));
            }
        }

        FillPrototypes();
        Define(_constants[_builtIns["Symbol"]], "iterator", _state->IteratorSymbol);
        _text.ConstructorBodies = _constants.Count;
        foreach (var (name, _, function, _) in BuiltInCatalog.Constructors)
        {
            if (function is >= BuiltIn.Map and <= BuiltIn.WeakSet)
            {
                _constants.Add(_code.Library.TryGetValue(name, out var index) ? MakeLibraryFunction(name, index) : _state->Undefined);
            }
        }
    }

    private void AddBuiltIn(string name, long word)
    {
        _builtIns.Add(name, _constants.Count);
        _text.BuiltInObjects.Add((name, _constants.Count));
        _constants.Add(word);
    }

    private static int CountFunctions(string holder) => BuiltInCatalog.Functions.Count(each => string.Equals(each.Holder, holder, StringComparison.Ordinal));

    private static int CountNumbers(string holder) => BuiltInNumbers.All.Count(each => string.Equals(each.Holder, holder, StringComparison.Ordinal));

    private void DefineNumbers(long word, string holder)
    {
        foreach (var each in BuiltInNumbers.All)
        {
            if (string.Equals(each.Holder, holder, StringComparison.Ordinal))
            {
                Define(word, each.Name, MakeNumber(each.Value));
            }
        }
    }

    private void MakePrototypes()
    {
        for (var i = 0; i <= BuiltInCatalog.Prototypes.Count; i++)
        {
            _shapes.Prototypes[i] = _state->Null;
        }

        _state->PrototypeCount = Realm.NoPrototype + 1;
        _heap.Roots.SetWords((int)_state->PrototypeRange, _state->PrototypeCount);
        for (var i = 0; i < BuiltInCatalog.Prototypes.Count; i++)
        {
            // constructor, and name and message of error classes.
            var capacity = CountFunctions(BuiltInCatalog.Prototypes[i]) + CountNumbers(BuiltInCatalog.Prototypes[i]) + 3;
            var parent = i == Realm.ObjectPrototype ? Realm.NoPrototype
                : i > Realm.ErrorPrototype && Realm.IsError(i) ? Realm.ErrorPrototype
                : i > Realm.TypedArrayPrototype ? Realm.TypedArrayPrototype
                : i is > Realm.IteratorPrototype and < Realm.ArrayBufferPrototype ? Realm.IteratorPrototype : Realm.ObjectPrototype;
            var shape = _shapes.AddRoot(-1, ObjectLayout.KindObject, ObjectLayout.ObjectPrefixBytes, capacity, parent);
            _shapes.Shapes[shape].IsPrototype = 1;
            _shapes.Prototypes[i] = MakeObject(shape);
        }
    }

    private void MakeShapes()
    {
        foreach (var kind in (ReadOnlySpan<int>)[ObjectLayout.SmiArrayIndex, ObjectLayout.DoubleArrayIndex, ObjectLayout.ValueArrayIndex])
        {
            _shapes.AddRoot(kind, ObjectLayout.KindArray, ObjectLayout.ArrayBytes, 0, Realm.ArrayPrototype);
        }

        _shapes.AddRoot(Realm.FunctionShape, ObjectLayout.KindFunction, ObjectLayout.FunctionBytes, 0, Realm.FunctionPrototype);
        _shapes.AddRoot(Realm.ArrowShape, ObjectLayout.KindFunction, ObjectLayout.ArrowBytes, 0, Realm.FunctionPrototype);
        for (var i = 0; i < Realm.ErrorKinds; i++)
        {
            _shapes.AddRoot(Realm.ErrorShape + i, ObjectLayout.KindError, ObjectLayout.ObjectPrefixBytes, 2, Realm.ErrorPrototype + i);
        }

        MakeCollectionShapes();
        _shapes.AddRoot(Realm.ArrayBufferShape, ObjectLayout.KindBuffer, BufferLayout.BufferBytes, 0, Realm.ArrayBufferPrototype);
        _shapes.Shapes[Realm.ArrayBufferShape].Header += (long)(LayoutKind.ArrayBuffer - LayoutKind.TaggedFields) << 1;
        for (var i = 0; i < TypedElements.ClassNames.Count; i++)
        {
            _shapes.AddRoot(Realm.TypedArrayShape + i, ObjectLayout.KindBuffer, BufferLayout.ArrayBytes, 0, Realm.TypedArrayPrototype + 1 + i);
        }
    }

    private void MakeCollectionShapes()
    {
        for (var i = 0; Realm.MapShape + i < Realm.MapIteratorShape; i++)
        {
            var bytes = BuiltIn.Map + i == BuiltIn.FinalizationRegistry ? ObjectLayout.RegistryBytes : ObjectLayout.CollectionBytes;
            var kind = i < 2 ? ObjectLayout.KindCollection : ObjectLayout.KindWeak;
            _shapes.AddRoot(Realm.MapShape + i, kind, bytes, 0, Realm.MapPrototype + i);
        }

        _shapes.Shapes[Realm.WeakRefShape].Header += (long)(LayoutKind.WeakReference - LayoutKind.TaggedFields) << 1;
        for (var i = Realm.MapIteratorShape; i < Realm.IteratorResultShape; i++)
        {
            var bytes = i == Realm.ArrayIteratorShape ? ObjectLayout.ArrayIteratorBytes : ObjectLayout.IteratorBytes;
            var prototype = i < Realm.SetIteratorShape ? 1 : i < Realm.ArrayIteratorShape ? 2 : i == Realm.ArrayIteratorShape ? 3 : 4;
            _shapes.AddRoot(i, ObjectLayout.KindIterator, bytes, 0, Realm.IteratorPrototype + prototype);
        }

        var shape = _shapes.AddRoot(Realm.IteratorResultShape, ObjectLayout.KindObject, ObjectLayout.ObjectPrefixBytes, 2, Realm.ObjectPrototype);
        foreach (var name in (ReadOnlySpan<int>)[Realm.NameValue, Realm.NameDone])
        {
            shape = _shapes.Add(shape, name);
            _shapes.Shapes[shape].Representation = Representation.Tagged;
        }

        _state->IteratorResult = shape;
    }

    private long MakeObject(int shape)
    {
        var bytes = ObjectHeader.FixedBytes(_shapes.Shapes[shape].Header);
        var thing = AllocateOld(bytes, out var word);
        thing[0] = _shapes.Shapes[shape].Header;
        thing[1] = _state->EmptyArray;
        thing[2] = _state->EmptyArray;
        new Span<long>(thing + 3, (int)(bytes / 8) - 3).Fill(_state->Undefined);
        return word;
    }

    private void Define(long holder, string name, long value)
    {
        var thing = (long*)(_heap.Start + Tagged.Address(holder));
        var shape = ObjectLayout.ShapeIndex(*thing);
        ref var before = ref _shapes.Shapes[shape];
        if (before.Properties < before.Capacity)
        {
            thing[3 + before.Properties] = value;
        }
        else
        {
            GrowStore(thing, before.Properties - before.Capacity);
            ((long*)(_heap.Start + Tagged.Address(thing[1])))[2 + before.Properties - before.Capacity] = value;
        }

        var after = _shapes.Add(shape, _code.Names.Number(name));
        _shapes.Shapes[after].Representation = Representation.Tagged;
        *thing = _shapes.Shapes[after].Header;
    }

    private void GrowStore(long* thing, int used)
    {
        var old = (long*)(_heap.Start + Tagged.Address(thing[1]));
        if (used < Tagged.ToInteger(old[1]))
        {
            return;
        }

        var store = AllocateOld(ObjectHeader.ArrayPrefixBytes + (8 * (used + 3)), out var word);
        store[0] = ObjectLayout.PropertyArrayHeader;
        store[1] = Tagged.SmallInteger(used + 3);
        for (var i = 0; i < used + 3; i++)
        {
            store[2 + i] = i < used ? old[2 + i] : _state->Undefined;
        }

        thing[1] = word;
    }

    private void FillFunction(long* function, long header, FunctionInfo* info, long context)
    {
        function[0] = header;
        function[1] = _state->EmptyArray;
        function[2] = _state->EmptyArray;
        function[ObjectLayout.FunctionInfoOffset / 8] = (byte*)info - _heap.Start;
        function[ObjectLayout.FunctionContextOffset / 8] = context;
        function[ObjectLayout.FunctionHomeOffset / 8] = _state->Undefined;
        function[ObjectLayout.FunctionShapeOffset / 8] = Tagged.Zero;
    }

    private int HolderNumber(string holder)
    {
        var number = _text.Holders.IndexOf(holder);
        if (number < 0)
        {
            number = _text.Holders.Count;
            _text.Holders.Add(holder);
        }

        return number;
    }

    /// <summary>A function of the library, whose description is made with those of the program.</summary>
    private long MakeLibraryFunction(string holder, int index)
    {
        var info = (FunctionInfo*)(_heap.Start + _state->Functions) + index;
        info->Holder = HolderNumber(holder);
        var function = AllocateOld(ObjectLayout.ArrowBytes, out var word);
        FillFunction(function, _shapes.Shapes[Realm.ArrowShape].Header, info, _state->Undefined);
        return word;
    }

    private long MakeFunction(string holder, string name, int length, BuiltIn builtIn, FunctionFlags flags)
    {
        if (builtIn == BuiltIn.InLibrary && _code.Library.TryGetValue($"{holder}.{name}", out var index))
        {
            return MakeLibraryFunction(holder, index);
        }

        var info = (FunctionInfo*)(_heap.Start + _heap.Side.Take(sizeof(FunctionInfo) / 8));
        *info = new FunctionInfo
        {
            Flags = flags | FunctionFlags.BuiltIn,
            BuiltIn = (int)builtIn,
            Name = _constants.Count,
            Holder = HolderNumber(holder),
            Length = length,
            FrameWords = 1,
            ExpectedProperties = 2,
        };
        _constants.Add(MakeText(name is Realm.IteratorKey ? "[Symbol.iterator]" : name));
        var canConstruct = (flags & FunctionFlags.Constructor) != FunctionFlags.None;
        var function = AllocateOld(canConstruct ? ObjectLayout.FunctionBytes : ObjectLayout.ArrowBytes, out var word);
        FillFunction(function, _shapes.Shapes[canConstruct ? Realm.FunctionShape : Realm.ArrowShape].Header, info, _state->Undefined);
        return word;
    }

    private void MakeConstructor(string name, int length, BuiltIn builtIn, int prototype)
    {
        var function = MakeFunction(string.Empty, name, length, builtIn, FunctionFlags.Constructor);
        var thing = (long*)(_heap.Start + Tagged.Address(function));
        thing[ObjectLayout.FunctionPrototypeOffset / 8] = _shapes.Prototypes[prototype];
        foreach (var each in BuiltInCatalog.Functions)
        {
            if (string.Equals(each.Holder, name, StringComparison.Ordinal))
            {
                Define(function, each.Name, MakeFunction(name, each.Name, each.Length, each.Function, FunctionFlags.None));
            }
        }

        DefineNumbers(function, name);
        Define(_shapes.Prototypes[prototype], "constructor", function);
        AddBuiltIn(name, function);
    }

    private void MakeNamespace(string name)
    {
        var isClass = name.StartsWith(BuiltInCatalog.Internal, StringComparison.Ordinal);
        var extra = isClass || name is "process" ? 1 : 0;
        var shape = _shapes.AddRoot(-1, ObjectLayout.KindObject, ObjectLayout.ObjectPrefixBytes, CountFunctions(name) + CountNumbers(name) + extra, Realm.ObjectPrototype);
        var holder = MakeObject(shape);
        foreach (var each in BuiltInCatalog.Functions)
        {
            if (string.Equals(each.Holder, name, StringComparison.Ordinal))
            {
                Define(holder, each.Name, MakeHolder(name, each.Name, each.Length, each.Function));
            }
        }

        DefineNumbers(holder, name);
        if (isClass)
        {
            Define(holder, "constructor", MakeFunction(name, name[BuiltInCatalog.Internal.Length..], 0, BuiltIn.InternalClass, FunctionFlags.None));
        }
        else if (extra > 0)
        {
            Define(holder, "argv", MakeArguments());
        }

        AddBuiltIn(name, holder);
    }

    /// <summary>A function of a namespace, and the functions that it holds itself.</summary>
    private long MakeHolder(string holder, string name, int length, BuiltIn builtIn)
    {
        var function = MakeFunction(holder, name, length, builtIn, FunctionFlags.None);
        foreach (var each in BuiltInCatalog.Functions)
        {
            if (string.Equals(each.Holder, $"{holder}.{name}", StringComparison.Ordinal))
            {
                Define(function, each.Name, MakeFunction(each.Holder, each.Name, each.Length, each.Function, FunctionFlags.None));
            }
        }

        return function;
    }

    private void FillPrototypes()
    {
        for (var i = 0; i < BuiltInCatalog.Prototypes.Count; i++)
        {
            var known = new Dictionary<BuiltIn, long>();
            foreach (var each in BuiltInCatalog.Functions)
            {
                if (string.Equals(each.Holder, BuiltInCatalog.Prototypes[i], StringComparison.Ordinal))
                {
                    // One function under two names: the first one is its own.
                    if (!known.TryGetValue(each.Function, out var function))
                    {
                        function = MakeFunction(each.Holder, each.Name, each.Length, each.Function, FunctionFlags.None);
                        known.Add(each.Function, function);
                    }

                    Define(_shapes.Prototypes[i], each.Name, function);
                }
            }

            DefineNumbers(_shapes.Prototypes[i], BuiltInCatalog.Prototypes[i]);
            if (Realm.IsError(i))
            {
                Define(_shapes.Prototypes[i], "name", MakeText(BuiltInCatalog.ErrorName((ErrorKind)(i - Realm.ErrorPrototype))));
                Define(_shapes.Prototypes[i], "message", _state->EmptyText);
            }
        }
    }

    private long MakeArguments()
    {
        string[] words = ["node", _text.ScriptPath, .. _text.Options.Arguments];
        var store = AllocateOld(ObjectHeader.ArrayPrefixBytes + (8 * words.Length), out var storeWord);
        store[0] = ObjectLayout.FixedArrayHeader;
        store[1] = Tagged.SmallInteger(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            store[2 + i] = i == 1 ? MakePath(words[i]) : MakeText(words[i]);
        }

        var array = AllocateOld(ObjectLayout.ArrayBytes, out var word);
        array[0] = ObjectLayout.ValueArrayHeader;
        array[1] = _state->EmptyArray;
        array[2] = storeWord;
        array[3] = Tagged.SmallInteger(words.Length);
        return word;
    }

    /// <summary>
    /// A string outside the spaces that are counted and collected, so that a run does not depend on where its program lies.
    /// </summary>
    private long MakePath(string path)
    {
        var isOneByte = !path.AsSpan().ContainsAnyExceptInRange('\0', '\u00ff');
        var address = AllocateReadOnly(ObjectHeader.ArrayPrefixBytes + (((isOneByte ? 1L : 2L) * path.Length) + 7 & ~7L));
        Machine.FillText((long*)(_heap.Start + address), path, isOneByte);
        return Tagged.FromAddress(address);
    }

    private void MakeNumberTexts()
    {
        var words = 2 * Realm.NumberTextEntries;
        var store = AllocateOld(ObjectHeader.ArrayPrefixBytes + (8 * words), out var word);
        store[0] = ObjectLayout.FixedArrayHeader;
        store[1] = Tagged.SmallInteger(words);
        new Span<long>(store + 2, words).Clear();
        _constants.Add(word);
    }
}
