using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Roots;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Interpreting;
using ConcurrentGc.JavaScript.Lowering;
using ConcurrentGc.JavaScript.Shapes;

namespace ConcurrentGc.JavaScript.Loading;

/// <summary>
/// Puts a program into a heap: code, caches and tables into the side region; strings, numbers and functions that it names
/// into old space; undefined and its like into read-only space.
/// </summary>
internal sealed unsafe partial class ProgramLoader
{
    private const int StackSlackWords = 1_024;

    /// <summary>What V8 expects of a constructor that assigns no properties.</summary>
    private const int NoProperties = 2;

    private readonly SharedHeap _heap;
    private readonly ProgramText _text;
    private readonly ProgramCode _code;
    private readonly MachineState* _state;
    private readonly ShapeTable _shapes;
    private readonly Meta.MetaObjects _meta;
    private readonly List<long> _constants = [];

    private ProgramLoader(SharedHeap heap, ProgramText text, long state)
    {
        _heap = heap;
        _text = text;
        _code = text.Code;
        _state = (MachineState*)(heap.Start + state);
        ShapeTable.SetUp(heap, _state);
        Meta.MetaObjects.SetUp(heap, _state);
        _meta = new Meta.MetaObjects(heap, _state);
        _shapes = new ShapeTable(heap, _state, _meta);
    }

    /// <summary>Loads a program.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="text">The program.</param>
    /// <returns>Byte offset of its words.</returns>
    public static long Load(SharedHeap heap, ProgramText text)
    {
        var state = heap.Side.Take((sizeof(MachineState) + 7) / 8);
        new ProgramLoader(heap, text, state).Load();
        return state;
    }

    private void Load()
    {
        MakeOddballs();
        var before = OldSpaceSums.ObjectBytes(_heap);
        foreach (var constant in _code.Constants)
        {
            _constants.Add(constant is string text ? MakeText(text) : MakeNumber((double)constant));
        }

        var literals = OldSpaceSums.ObjectBytes(_heap) - before;
        _state->Functions = _heap.Side.Take((long)_code.Functions.Count * sizeof(FunctionInfo) / 8);
        MakeRealm();
        before = OldSpaceSums.ObjectBytes(_heap);
        MakeFunctions();
        MakeLiterals();
        MakeMetadata();
        _meta.MakeCells(_code.Functions.Count, [.. _text.BuiltInObjects.Select(each => _constants[each.Constant])]);
        PatchCode();
        _text.LiteralBytes = literals + OldSpaceSums.ObjectBytes(_heap) - before;
        MakeStack();
        _state->Random = (ulong)_text.Options.Seed;
        _state->Hash = _state->Random;
        _state->WeakRoots = _heap.Side.Take(2);
        _heap.Roots.Add(_state->WeakRoots, 2);
    }

    private void MakeOddballs()
    {
        var words = stackalloc long[5];
        for (var i = 0; i < 5; i++)
        {
            var thing = (long*)(_heap.Start + AllocateReadOnly(ObjectLayout.BoxBytes));
            thing[0] = ObjectLayout.OddballHeader;
            thing[1] = Tagged.SmallInteger(i);
            words[i] = (byte*)thing - _heap.Start + Tagged.PointerTag;
        }

        (_state->Undefined, _state->Null, _state->True, _state->False, _state->Hole) = (words[0], words[1], words[2], words[3], words[4]);
        var store = AllocateReadOnly(ObjectHeader.ArrayPrefixBytes);
        *(long*)(_heap.Start + store) = ObjectLayout.FixedArrayHeader;
        ((long*)(_heap.Start + store))[1] = Tagged.Zero;
        _state->EmptyArray = Tagged.FromAddress(store);

        var symbol = (long*)(_heap.Start + AllocateReadOnly(ObjectLayout.BoxBytes));
        symbol[0] = ObjectLayout.OddballHeader;
        symbol[1] = Tagged.SmallInteger(5);
        _state->IteratorSymbol = (byte*)symbol - _heap.Start + Tagged.PointerTag;

        // The empty string and the 256 strings of one byte lie in one row, so that they are found by arithmetic.
        var texts = AllocateReadOnly(16 + (24 * 256));
        Machine.FillText((long*)(_heap.Start + texts), [], isOneByte: true);
        for (var i = 0; i < 256; i++)
        {
            Machine.FillText((long*)(_heap.Start + texts + 16 + (24 * i)), [(char)i], isOneByte: true);
        }

        _state->EmptyText = Tagged.FromAddress(texts);
    }

    private long AllocateReadOnly(long bytes) =>
        _heap.ReadOnly.TryAllocate(bytes, AllocationOrigin.Mutator, out var address)
            ? address
            : throw new InvalidOperationException("No room for the program's immortal objects.");

    private long* AllocateOld(long bytes, out long word, bool isData = false)
    {
        var space = isData ? _heap.OldData : _heap.Old;
        var large = bytes > _heap.Geometry.MaximumRegularObjectBytes;
        var address = large ? _heap.Large.Allocate(bytes) : 0;
        if (large ? address == 0 : !space.TryAllocate(bytes, AllocationOrigin.Mutator, out address))
        {
            throw new JavaScriptLoadException([new Diagnostic(_text.File, 1, 1, "JS0001", "the program's literals are larger than the heap")]);
        }

        word = Tagged.FromAddress(address);
        return (long*)(_heap.Start + address);
    }

    private long MakeText(string text)
    {
        if (text.Length == 0)
        {
            return _state->EmptyText;
        }

        if (text.Length == 1 && text[0] < 256)
        {
            return _state->EmptyText + 16 + (24 * text[0]);
        }

        var isOneByte = !text.AsSpan().ContainsAnyExceptInRange('\0', '\u00ff');
        var bytes = ObjectHeader.ArrayPrefixBytes + ((((isOneByte ? 1L : 2L) * text.Length) + 7) & ~7L);
        Machine.FillText(AllocateOld(bytes, out var word, isData: true), text, isOneByte);
        return word;
    }

    private long MakeNumber(double number)
    {
        var box = AllocateOld(ObjectLayout.BoxBytes, out var word, isData: true);
        box[0] = ObjectLayout.NumberHeader;
        ((double*)box)[1] = number;
        return word;
    }

    private void MakeFunctions()
    {
        var infos = (FunctionInfo*)(_heap.Start + _state->Functions);
        foreach (var function in _code.Functions)
        {
            var holder = infos[function.Index].Holder;
            var code = _heap.Side.Take((long)function.Code.Length * Instruction.Bytes / 8);
            function.Code.CopyTo(new Span<Instruction>(_heap.Start + code, function.Code.Length));
            var depths = _heap.Side.Take((function.Depths.Length + 3) / 4);
            function.Depths.CopyTo(new Span<ushort>(_heap.Start + depths, function.Depths.Length));
            infos[function.Index] = new FunctionInfo
            {
                Code = code,
                Depths = depths,
                Flags = function.Flags,
                Parameters = function.Parameters,
                FrameWords = function.FrameWords,
                Locals = function.Locals,
                Cost = function.Code.Length,
                Name = _constants.Count,
                Holder = holder,
                Length = function.Length,
                Index = function.Index,
                ExpectedProperties = function.ExpectedProperties == 0 ? NoProperties : function.ExpectedProperties,
                Instructions = function.Code.Length,
                Template = MakeTemplate(function),
            };
            if (ProgramCode.IsLibrary(function))
            {
                infos[function.Index].Tier = Tier.Optimized;
            }
            else if (_text.Options.Tier == JavaScriptTier.Turbofan)
            {
                CountBytes(function, infos + function.Index);
                Machine.Unoptimize(_heap, infos + function.Index);
            }

            _constants.Add(MakeText(function.Name));
        }
    }

    private void CountBytes(FunctionCode function, FunctionInfo* info)
    {
        info->BytesBefore = _heap.Side.Take((function.Code.Length + 2) / 2);
        BytecodeBytes.Count(function.Code, new Span<int>(_heap.Start + info->BytesBefore, function.Code.Length + 1));
        CountLoopsAround(new Span<Instruction>(_heap.Start + info->Code, function.Code.Length));
    }

    /// <summary>Writes into each loop's jump how many loops lie around it. From the end: an outer loop ends behind.</summary>
    private static void CountLoopsAround(Span<Instruction> code)
    {
        var starts = new Stack<int>();
        for (var i = code.Length - 1; i >= 0; i--)
        {
            while (starts.Count > 0 && starts.Peek() > i)
            {
                starts.Pop();
            }

            if (code[i].Op == OpCode.JumpLoop)
            {
                code[i].A = (ushort)Math.Min(starts.Count, ushort.MaxValue);
                starts.Push(i + code[i].D);
            }
        }
    }

    private long MakeTemplate(FunctionCode function)
    {
        if (function.SimpleFields is not { Count: > 0 } fields)
        {
            return 0;
        }

        var template = _heap.Side.Take(InstanceTemplate.Words + (2 * fields.Count));
        ((InstanceTemplate*)(_heap.Start + template))->Fields = fields.Count;
        var words = (long*)(_heap.Start + template) + InstanceTemplate.Words;
        for (var i = 0; i < fields.Count; i++)
        {
            words[2 * i] = fields[i].Parameter > 0
                ? ((long)fields[i].Parameter << 3) | ObjectLayout.DoubleMarker
                : fields[i].Oddball == Oddball.Hole ? Tagged.SmallInteger(fields[i].Integer) : OddballWord(fields[i].Oddball);
        }

        return template;
    }

    private long OddballWord(Oddball which) => which switch
    {
        Oddball.Undefined => _state->Undefined,
        Oddball.Null => _state->Null,
        Oddball.True => _state->True,
        Oddball.False => _state->False,
        _ => _state->Hole,
    };

    private void MakeLiterals()
    {
        _text.ObjectCaches = _code.Caches.Count;
        _state->CacheCount = _code.Caches.Count + _code.Objects.Count;
        _state->Caches = _heap.Side.Take(Math.Max(1, _state->CacheCount) * sizeof(InlineCache) / 8);
        for (var i = 0; i < _code.Caches.Count; i++)
        {
            ((InlineCache*)(_heap.Start + _state->Caches))[i].Name = _code.Caches[i];
        }

        _state->ObjectShapes = _heap.Side.Take(Math.Max(1, _code.Objects.Count));
        _state->EmptyShapes = _heap.Side.Take(Realm.MaximumLiteralCapacity + 1);
        MakeModuleContext();
        _state->ArrayStores = _heap.Side.Take(Math.Max(1, _code.Arrays.Count));
        for (var i = 0; i < _code.Arrays.Count; i++)
        {
            ((long*)(_heap.Start + _state->ArrayStores))[i] = MakeStore(_code.Arrays[i].Elements);
        }

        _heap.Roots.Add(_state->ArrayStores, _code.Arrays.Count);
    }

    /// <summary>The module's variables that functions use: an object like any closure's context.</summary>
    private void MakeModuleContext()
    {
        var words = ObjectLayout.ContextPrefixWords + _code.Globals;
        _state->ModuleContext = _heap.Side.Take(1);
        var context = AllocateYoung(ObjectHeader.ArrayPrefixBytes + (8L * words), out _heap.Owned(_state->ModuleContext));
        context[0] = ObjectLayout.ContextHeader;
        context[1] = Tagged.SmallInteger(words);
        context[2] = Tagged.Zero;
        context[3] = _state->Undefined;
        new Span<long>(context + 4, _code.Globals).Fill(_state->Undefined);
        _heap.Roots.Add(_state->ModuleContext, 1);
    }

    private long MakeStore(object[] elements)
    {
        var isDouble = Array.TrueForAll(elements, each => each is double) && !Array.TrueForAll(elements, IsSmallInteger);
        var store = AllocateOld(ObjectHeader.ArrayPrefixBytes + (8L * elements.Length), out var word, isDouble);
        store[0] = isDouble ? ObjectLayout.DoubleArrayHeader : ObjectLayout.CopyOnWriteHeader;
        store[1] = Tagged.SmallInteger(elements.Length);
        for (var i = 0; i < elements.Length; i++)
        {
            store[2 + i] = isDouble ? BitConverter.DoubleToInt64Bits((double)elements[i]) : ConstantWord(elements[i]);
        }

        return word;
    }

    private static bool IsSmallInteger(object value) =>
        value is double number && number == (int)number && (number != 0 || !double.IsNegative(number));

    private long ConstantWord(object value) => value switch
    {
        string text => _constants[_code.Constant(text)],
        true => _state->True,
        false => _state->False,
        double number when IsSmallInteger(value) => Tagged.SmallInteger((int)number),
        double number => MakeNumber(number),
        _ => _state->Null,
    };

    private void PatchCode()
    {
        _text.GlobalNames = _constants.Count;
        for (var i = 0; i < _code.Globals; i++)
        {
            _constants.Add(MakeText(_code.GlobalNames.GetValueOrDefault(i, string.Empty)));
        }

        var infos = (FunctionInfo*)(_heap.Start + _state->Functions);
        for (var i = 0; i < _code.Functions.Count; i++)
        {
            var code = (Instruction*)(_heap.Start + infos[i].Code);
            for (var at = 0; at < infos[i].Instructions; at++)
            {
                switch (code[at].Op)
                {
                    case OpCode.LoadOddball:
                        code[at].Op = OpCode.LoadWord;
                        code[at].Word = OddballWord((Oddball)code[at].B);
                        break;
                    case OpCode.LoadBuiltIn:
                        code[at].Op = OpCode.LoadConstant;
                        code[at].D = _builtIns[(string)_code.Constants[code[at].D]];
                        break;
                    default:
                        break;
                }
            }
        }

        _state->Constants = _heap.Side.Take(_constants.Count);
        _constants.CopyTo(new Span<long>(_heap.Start + _state->Constants, _constants.Count));
        _heap.Roots.Add(_state->Constants, _constants.Count);
    }

    private void MakeStack()
    {
        // Node's frames of a simple function take 77 bytes of its 984 KB, ours about 48: the same depth needs 5/8 of the words.
        var words = (_text.Options.StackKilobytes * 1024L / 8 * Machine.StackScaleDivisor / Machine.StackScale) + StackSlackWords;
        _state->StackStart = _heap.Side.Take(2 * words);
        _state->StackEnd = _state->StackStart + (words * 8) - 1024;
        _state->ShadowDistance = words * 8;
        _state->StackRange = _heap.Roots.Add(_state->StackStart, 0, RootKind.Stack);
        var frame = (long*)(_heap.Start + _state->StackStart) + FunctionCompiler.LinkWords;
        var infos = (FunctionInfo*)(_heap.Start + _state->Functions);
        var function = AllocateOld(ObjectLayout.ArrowBytes, out var word);
        FillFunction(function, _shapes.Shapes[Realm.ArrowShape].Header, infos, _state->Undefined);
        frame[-2] = word;
        frame[0] = _state->Undefined;
        for (var i = 1; i <= infos->Locals; i++)
        {
            frame[i] = _state->Undefined;
        }

        _state->Frame = (byte*)frame - _heap.Start;
        _state->Instruction = infos->Code;
        _state->StackUsed = _state->StackEnd;
        _state->StackGrant = 8 * Math.Max(Machine.StackGrantWords, _code.Functions.Max(each => each.FrameWords));
        _heap.Roots.SetWords((int)_state->StackRange, FunctionCompiler.LinkWords + infos->FrameWords);
    }
}
