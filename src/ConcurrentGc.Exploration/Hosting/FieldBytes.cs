using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ConcurrentGc.Exploration.Hosting;

/// <summary>Which bytes of a struct a field takes, found by setting it.</summary>
internal static class FieldBytes
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>For each byte: whether it belongs to a field.</summary>
    /// <param name="field">A field of the struct.</param>
    /// <typeparam name="T">The struct.</typeparam>
    public static bool[] Of<T>(FieldInfo field) where T : unmanaged
    {
        object boxed = default(T);
        field.SetValue(boxed, AllBits(field.FieldType));
        var value = (T)boxed;
        return [.. MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref value, 1)).ToArray().Select(each => each != 0)];
    }

    /// <summary>For each byte: whether it belongs to no field.</summary>
    /// <typeparam name="T">The struct.</typeparam>
    public static bool[] Padding<T>() where T : unmanaged
    {
        var padding = new bool[Unsafe.SizeOf<T>()];
        Array.Fill(padding, value: true);
        foreach (var taken in typeof(T).GetFields(Fields).Select(Of<T>))
        {
            for (var i = 0; i < padding.Length; i++)
            {
                padding[i] &= !taken[i];
            }
        }

        return typeof(T).IsPrimitive || typeof(T).IsEnum ? new bool[padding.Length] : padding;
    }

    /// <summary>A value without a zero byte, but for padding.</summary>
    private static object AllBits(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.ToObject(type, -1);
        }

        if (type.IsPrimitive)
        {
            // boxed one by one: a conditional would turn all of them into doubles
            return Type.GetTypeCode(type) switch
            {
                TypeCode.Boolean => (object)true,
                TypeCode.Int64 => (object)-1L,
                TypeCode.UInt64 => (object)ulong.MaxValue,
                TypeCode.Int32 => (object)-1,
                TypeCode.UInt32 => (object)uint.MaxValue,
                TypeCode.Byte => (object)byte.MaxValue,
                TypeCode.Double => (object)BitConverter.Int64BitsToDouble(-1),
                _ => throw new InvalidOperationException($"No bits for {type.Name}."),
            };
        }

        var value = RuntimeHelpers.GetUninitializedObject(type);
        if (type.GetCustomAttribute<InlineArrayAttribute>() is { } array)
        {
            FillAll(value, array.Length * Marshal.SizeOf(type.GetFields(Fields)[0].FieldType));
            return value;
        }

        foreach (var field in type.GetFields(Fields))
        {
            field.SetValue(value, AllBits(field.FieldType));
        }

        return value;
    }

    /// <summary>An array of numbers has one field, which stands for all elements.</summary>
    private static void FillAll(object boxed, int bytes)
    {
        var pinned = GCHandle.Alloc(boxed, GCHandleType.Pinned);
        for (var i = 0; i < bytes; i++)
        {
            Marshal.WriteByte(pinned.AddrOfPinnedObject(), i, byte.MaxValue);
        }

        pinned.Free();
    }
}
