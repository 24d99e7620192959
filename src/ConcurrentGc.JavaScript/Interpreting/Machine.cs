using System.Runtime.CompilerServices;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Loading;
using ConcurrentGc.JavaScript.Lowering;
using ConcurrentGc.JavaScript.Shapes;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>
/// Runs a program on one heap. It holds no state of the run, only places and immutable text: all state is words, see
/// <see cref="MachineState"/>. Between two returns from <see cref="Run"/> nothing moves, so that pointers may be kept in
/// locals within one instruction; an instruction that may allocate does so before it changes anything, because it is
/// run again after a collection.
/// </summary>
internal sealed unsafe partial class Machine
{
    private const int Next = 0;
    private const int Retry = 1;
    private const int Reload = 2;
    private const int Stop = 3;
    private const int Sleep = 4;
    private const int FrameEnd = 5;

    private readonly SharedHeap _heap;
    private readonly ProgramText _text;
    private readonly ProgramCode _code;
    private readonly byte* _base;
    private readonly MachineState* _state;
    private readonly ShapeTable _shapes;
    private readonly Meta.MetaObjects _meta;
    private readonly InlineCache* _caches;
    private readonly long* _constants;
    private readonly long _shadow;
    private readonly bool _isTurbofan;
    private readonly BuiltIns.BuiltInGroup[] _groups = BuiltIns.BuiltInCatalog.Groups;

    // Empty and meaningless between two instructions.
    private readonly List<long> _joining = [];
    private TextFailure _failure;
    private bool _hasBadArgument;

    /// <summary>Variables in the context of the module, which moves: set anew whenever the program goes on.</summary>
    private long* _globals;

    /// <summary>A view of a loaded program.</summary>
    /// <param name="heap">Its heap.</param>
    /// <param name="text">Its text.</param>
    /// <param name="state">Byte offset of its words.</param>
    public Machine(SharedHeap heap, ProgramText text, long state)
    {
        _heap = heap;
        _text = text;
        _code = text.Code;
        _base = heap.Start;
        _state = (MachineState*)(_base + state);
        _meta = new Meta.MetaObjects(heap, _state);
        _shapes = new ShapeTable(heap, _state, _meta);
        _caches = (InlineCache*)(_base + _state->Caches);
        _constants = (long*)(_base + _state->Constants);
        _shadow = _state->ShadowDistance;
        _isTurbofan = text.Options.Tier == JavaScriptTier.Turbofan;
    }

    /// <summary>The shapes.</summary>
    internal ShapeTable Shapes => _shapes;

    /// <summary>The words.</summary>
    internal MachineState* State => _state;

    private long* Frame => (long*)(_base + _state->Frame);

    private Instruction* Here => (Instruction*)(_base + _state->Instruction);

    private FunctionInfo* FunctionOf(long* frame) => (FunctionInfo*)(_base + *(long*)(_base + frame[-2] - 1 + ObjectLayout.FunctionInfoOffset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long* Object(long word) => (long*)(_base + word - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int KindOf(long word) => Tagged.IsPointer(word) ? ObjectLayout.Kind(*Object(word)) : ObjectLayout.KindNumber;

    private bool IsObject(long word) => Tagged.IsPointer(word) && ObjectLayout.Kind(*Object(word)) >= ObjectLayout.KindObject;

    private bool IsText(long word) =>
        Tagged.IsPointer(word) && ObjectLayout.Kind(*Object(word)) is >= ObjectLayout.KindOneByte and <= ObjectLayout.KindSliced;

    private static bool IsSmi(long word) => (word & 3) == 0;

    private long Boolean(bool value) => value ? _state->True : _state->False;

    private ref double Shadow(long* register) => ref *(double*)((byte*)register + _shadow);

    /// <summary>The number in a register that holds a small integer or an unboxed double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double NumberOf(long* register) => *register == ObjectLayout.DoubleMarker ? Shadow(register) : *register >> 32;

    /// <summary>Makes sure that small objects of so many bytes can be allocated one after the other.</summary>
    /// <param name="bytes">The sum of their sizes.</param>
    /// <returns>False: return <see cref="Retry"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool HasRoom(long bytes) => _heap.Control.New.Area.Top + bytes <= _state->AllocationLimit || MakeRoom(bytes);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool MakeRoom(long bytes)
    {
        if (bytes > _heap.Geometry.MaximumRegularObjectBytes)
        {
            throw new MachineLimit($"objects of {bytes} bytes together at one place");
        }

        if (!MutatorAllocator.TryAllocateSlow(_heap, ref _state->Context, bytes, out var address))
        {
            return false;
        }

        // Only the room was wanted: what was cut off is given back and cut again, object by object.
        _heap.Control.New.Area.Top = address;
        RefreshLimit();
        return true;
    }

    private void RefreshLimit() =>
        _state->AllocationLimit = _state->Context.CollectionInterval == 0 ? _heap.Control.New.Area.Limit : 0;

    /// <summary>Cuts off an object for which <see cref="HasRoom"/> was asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long* Allocate(long bytes, out long word)
    {
        ref var area = ref _heap.Control.New.Area;
        var address = area.Top;
        area.Top = address + bytes;
        word = address + 1;
        return (long*)(_base + address);
    }

    /// <summary>Room for small objects and one store that may be large.</summary>
    /// <param name="smallBytes">Sum of the sizes of the small objects; zero is allowed.</param>
    /// <param name="storeBytes">Size of the store.</param>
    /// <param name="store">The store, not initialized.</param>
    /// <returns>False: return <see cref="Retry"/>; nothing was allocated.</returns>
    private bool TryAllocateStore(long smallBytes, long storeBytes, out long store)
    {
        store = 0;
        if (storeBytes + smallBytes <= _heap.Geometry.MaximumRegularObjectBytes)
        {
            if (!HasRoom(smallBytes + storeBytes))
            {
                return false;
            }

            _ = Allocate(storeBytes, out store);
            return true;
        }

        // The small ones first: a large object that is then not used would count twice.
        if (smallBytes > 0)
        {
            if (!_heap.New.TryAllocate(smallBytes, out var room))
            {
                _state->Context.Request = new AllocationRequest(smallBytes, IsLarge: false, IsForced: false);
                return false;
            }

            _heap.Control.New.Area.Top = room;
            RefreshLimit();
        }

        if (!MutatorAllocator.TryAllocateSlow(_heap, ref _state->Context, storeBytes, out var address))
        {
            RefreshLimit();
            return false;
        }

        if (storeBytes > _heap.Geometry.MaximumRegularObjectBytes)
        {
            _state->LargeBytes += storeBytes;
        }
        else if (smallBytes > 0 && _heap.Control.New.Area.Rest < smallBytes && !_heap.New.TryAllocate(smallBytes, out _))
        {
            _state->Context.Request = new AllocationRequest(smallBytes, IsLarge: false, IsForced: false);
            RefreshLimit();
            return false;
        }

        RefreshLimit();
        store = address + 1;
        return true;
    }

    /// <summary>A boxed double, for which <see cref="HasRoom"/> was asked.</summary>
    private long Box(double value)
    {
        var box = Allocate(ObjectLayout.BoxBytes, out var word);
        box[0] = ObjectLayout.NumberHeader;
        ((double*)box)[1] = value;
        return word;
    }

    /// <summary>Writes a number to a register: a double stays unboxed in tier turbofan.</summary>
    /// <returns>False: return <see cref="Retry"/>.</returns>
    private bool TrySetDouble(long* register, double value)
    {
        if (IsUnboxed(Frame, Here))
        {
            Shadow(register) = value;
            *register = ObjectLayout.DoubleMarker;
            return true;
        }

        if (!HasRoom(ObjectLayout.BoxBytes))
        {
            return false;
        }

        *register = Box(value);
        return true;
    }

    /// <summary>Writes a number to a register: an integer as such.</summary>
    /// <returns>False: return <see cref="Retry"/>.</returns>
    private bool TrySetNumber(long* register, double value)
    {
        var integer = (int)value;
        if (integer == value && (integer != 0 || !double.IsNegative(value)))
        {
            *register = Tagged.SmallInteger(integer);
            return true;
        }

        return TrySetDouble(register, value);
    }

    /// <summary>The number in a register.</summary>
    /// <returns>False: it is none.</returns>
    private bool TryNumber(long* register, out double value)
    {
        var word = *register;
        if (IsSmi(word))
        {
            value = Tagged.ToInteger(word);
            return true;
        }

        if (word == ObjectLayout.DoubleMarker)
        {
            value = Shadow(register);
            return true;
        }

        var thing = Object(word);
        value = ((double*)thing)[1];
        return *thing == ObjectLayout.NumberHeader;
    }

    /// <summary>Room for the tagged word of a register, which boxing may need.</summary>
    private static int BoxBytesOf(long word) => word == ObjectLayout.DoubleMarker ? ObjectLayout.BoxBytes : 0;

    /// <summary>The tagged word of a register; room for <see cref="BoxBytesOf"/> was asked for.</summary>
    private long TaggedOf(long* register) => *register == ObjectLayout.DoubleMarker ? Box(Shadow(register)) : *register;

    /// <summary>A store whose holder is not at hand. See Note [Kinds of barriers].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void StoreWithBarrier(long* slot, long value) => WriteBarrier.Store(_heap, 0, (byte*)slot - _base, value);

    private string NameOf(int name) => _code.Names.Name(name);
}
