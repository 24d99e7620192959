using System.Text;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Interpreting;

namespace ConcurrentGc.JavaScript.Loading;

/// <content>What V8 keeps about a program in new space.</content>
internal sealed unsafe partial class ProgramLoader
{
    // Note [Metadata in new space].
    //
    // In V8 the text of a program and the descriptor arrays of its classes and literals are young objects that live as
    // long as the program: the first collection copies them, the second one promotes them. Here shapes lie in the side
    // region, so objects without pointers stand for these bytes. Sizes as programs of 20 classes, functions or literals
    // show them under Node 20 (promoted bytes of the second scavenge, less an empty program's and less the text):
    // a class 208 bytes beside its two objects, 24 a method, 32 and 24 a field once it was constructed; a literal 24 and 24
    // a property.
    // They are allocated at load; V8 allocates all but the text while the module runs.

    private const int DescriptorBytes = 24;
    private const int DescriptorArrayBytes = 24;
    private const int ClassBytes = 208;
    private const int ConstructedBytes = 32;

    private void MakeMetadata()
    {
        List<long> sizes = [];
        foreach (var function in _code.Functions)
        {
            var fields = function.SimpleFields?.Count ?? 0;
            if (function.Flags.HasFlag(FunctionFlags.ClassConstructor))
            {
                sizes.Add(ClassBytes + (DescriptorBytes * (function.PrototypeCapacity - 1L)));
                fields = Math.Max(fields, function.SimpleFields is null ? function.ExpectedProperties : 0);
            }

            if (fields > 0)
            {
                sizes.Add(ConstructedBytes + (DescriptorBytes * fields));
            }
        }

        foreach (var literal in _code.Objects)
        {
            sizes.Add(DescriptorArrayBytes + (DescriptorBytes * literal.Names.Length));
        }

        var words = _heap.Side.Take(sizes.Count + 1);
        var isOneByte = Ascii.IsValid(_text.Source);
        Keep(words, ObjectHeader.ArrayPrefixBytes + ((((isOneByte ? 1L : 2L) * _text.Source.Length) + 7) & ~7L));
        for (var i = 0; i < sizes.Count; i++)
        {
            Keep(words + ((i + 1) * 8L), sizes[i]);
        }

        _heap.Roots.Add(words, sizes.Count + 1);
    }

    private void Keep(long root, long bytes)
    {
        var thing = AllocateYoung(bytes, out _heap.Owned(root));
        thing[0] = ObjectHeader.Encode(LayoutKind.RawWordArray, 0, 0);
        thing[1] = Tagged.SmallInteger((int)((bytes - ObjectHeader.ArrayPrefixBytes) / 8));
    }

    private long* AllocateYoung(long bytes, out long word)
    {
        if (bytes > _heap.Geometry.MaximumRegularObjectBytes || !_heap.New.TryAllocate(bytes, out var address))
        {
            return AllocateOld(bytes, out word);
        }

        word = Tagged.FromAddress(address);
        return (long*)(_heap.Start + address);
    }
}
