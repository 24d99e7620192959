using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Exploration.Litmus;

/// <summary>The operations that a most general program may make next, by what its registers hold.</summary>
internal static class AnyOperation
{
    // Note [The most general program].
    //
    // Who writes a barrier does not know which program breaks it. `any 3` is every program of up to three operations: before
    // each the program may stop, or copy or drop a register, load or store a field, or allocate, with two registers and the
    // first two fields of what they point to; a search tries all. What cannot be told from another one is not offered: copying
    // a register to itself, dropping null. `any` alone has no bound and counts nothing, so that the number of states stays
    // finite: it allocates nothing then, since each allocation would make states of its own until the heap is full. An
    // allocation that must wait for a collection is made behind it.

    /// <summary>Operations that are offered at most.</summary>
    public const int Most = 32;

    private const int Registers = 2;
    private const int Fields = 2;

    /// <summary>Writes down what the program may do.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="registers">Address of the first register.</param>
    /// <param name="allocates">Whether it may allocate.</param>
    /// <param name="options">Gets the operations, <see cref="Most"/> at most; the first one is to stop, <see cref="LitmusVerb.Any"/>.</param>
    /// <returns>How many.</returns>
    public static int Offer(SharedHeap heap, long registers, bool allocates, Span<LitmusOperation> options)
    {
        var count = 0;
        options[count++] = new LitmusOperation(LitmusVerb.Any);
        for (var a = 0; a < Registers; a++)
        {
            if (allocates)
            {
                options[count++] = new LitmusOperation(LitmusVerb.Allocate, a, -1, Fields);
            }

            for (var b = -1; b < Registers; b++)
            {
                if (Value(heap, registers, b) != Value(heap, registers, a))
                {
                    options[count++] = new LitmusOperation(LitmusVerb.Copy, a, b);
                }

                for (var field = 0; field < FieldsOf(heap, Value(heap, registers, b)); field++)
                {
                    options[count++] = new LitmusOperation(LitmusVerb.Load, a, b, field);
                }

                for (var field = 0; field < FieldsOf(heap, Value(heap, registers, a)); field++)
                {
                    options[count++] = new LitmusOperation(LitmusVerb.Store, a, b, field);
                }
            }
        }

        return count;
    }

    private static long Value(SharedHeap heap, long registers, int register) => register < 0 ? 0 : heap.Owned(registers + (register * 8L));

    private static int FieldsOf(SharedHeap heap, long value)
    {
        if (!Tagged.IsPointer(value))
        {
            return 0;
        }

        var header = heap.Owned(Tagged.Address(value));
        return ObjectHeader.Layout(header) == LayoutKind.TaggedFields
            ? (int)Math.Min(Fields, (ObjectHeader.FixedBytes(header) - ObjectHeader.Bytes) / sizeof(long))
            : 0;
    }
}
