namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public static Tensor Load(BinaryReader reader) => TensorExtensionMethods.Load(reader);

        public static Tensor Load(Stream stream)
        {
            using var reader = new BinaryReader(stream);
            return Load(reader);
        }

        public static Tensor Load(string location)
        {
            if (!File.Exists(location)) throw new FileNotFoundException(location);
            using var stream = File.OpenRead(location);
            return Load(stream);
        }

        /// <summary>Reads an archive in PyTorch's own format.</summary>
        public static unsafe Tensor load(string location)
        {
            nint loaded;
            fixed (byte* path = Path(location)) Native.Check(Native.standin_load(path, &loaded));
            return new Tensor(loaded);
        }

        /// <summary>Writes an archive in PyTorch's own format.</summary>
        public unsafe void save(string location)
        {
            fixed (byte* path = Path(location)) Native.Check(Native.standin_save(Handle, path));
            GC.KeepAlive(this);
        }

        private static byte[] Path(string location) => System.Text.Encoding.UTF8.GetBytes(location + '\0');
    }

    public static void save(Tensor t, string location) => t.save(location);

    public static Tensor load(string location) => Tensor.load(location);
}

/// <summary>The package's own format: type, number of dimensions, sizes (LEB128 numbers), then the raw elements.</summary>
public static partial class TensorExtensionMethods
{
    public static void Save(this Tensor tensor, BinaryWriter writer)
    {
        writer.Encode((int)tensor.dtype);
        var shape = tensor.shape;
        writer.Encode(shape.Length);
        foreach (var size in shape) writer.Encode(size);
        tensor.WriteBytes(writer.BaseStream);
    }

    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        tensor.Save(writer);
        stream.Flush();
    }

    public static void Save(this Tensor tensor, string location)
    {
        using var stream = File.Create(location);
        tensor.Save(stream);
    }

    /// <summary>Reads into an existing tensor, or past it.</summary>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        if (DecodeType(reader) != tensor.dtype)
            throw new ArgumentException("Mismatched tensor data types while loading. Make sure that the model you are loading into is exactly the same as the origin.");
        LoadElements(tensor, DecodeShape(reader), reader, skip);
    }

    public static Tensor Load(BinaryReader reader, bool skip = false)
    {
        Tensor? tensor = null;
        Load(ref tensor, reader, skip);
        return tensor!;
    }

    public static void Load(ref Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        var type = DecodeType(reader);
        var shape = DecodeShape(reader);
        tensor ??= skip ? torch.zeros(shape, type) : torch.empty(shape, type);
        LoadElements(tensor, shape, reader, skip);
    }

    /// <summary>Seven bits a byte, lowest first; the high bit says that more follow.</summary>
    internal static void Encode(this BinaryWriter writer, long value) => writer.Write7BitEncodedInt64(value);

    internal static long Decode(this BinaryReader reader) => reader.Read7BitEncodedInt64();

    private static ScalarType DecodeType(BinaryReader reader) => (ScalarType)reader.Decode();

    private static long[] DecodeShape(BinaryReader reader)
    {
        var shape = new long[reader.Decode()];
        for (int k = 0; k < shape.Length; k++) shape[k] = reader.Decode();
        return shape;
    }

    private static void LoadElements(Tensor tensor, long[] shape, BinaryReader reader, bool skip)
    {
        if (skip)
        {
            reader.BaseStream.Seek(tensor.NumberOfElements * tensor.ElementSize, SeekOrigin.Current);
            return;
        }
        if (!shape.AsSpan().SequenceEqual(tensor.shape))
            throw new ArgumentException("Mismatched tensor shape while loading. Make sure that the model you are loading into is exactly the same as the origin.");
        tensor.ReadBytes(reader.BaseStream);
    }
}
