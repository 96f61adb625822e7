using System.Buffers.Binary;
using System.Text;

namespace Experiments.Tests.Models;

/// <summary>
/// A small 64-bit ELF file, one loaded segment at address 0x1000: two symbols, each of a version of libstdc++.so.6, and a relocation to some of
/// them. Laid out by the ELF gABI and the LSB's "Symbol Versioning", not by the code under test.
/// </summary>
internal static class MadeUpElf
{
    public const int Address = 0x1000;
    private const int Strings = 0x100, Symbols = 0x180, Versions = 0x1e0, Needs = 0x200, Relocations = 0x280, Dynamic = 0x300, Length = 0x400;

    /// <summary>Where vna_flags of the second version stands.</summary>
    public const int FlagsOfSecond = Needs + 16 + 16 + 4;

    /// <param name="first">Version 2, which symbol 1 has.</param>
    /// <param name="second">Version 3, which symbol 2 has.</param>
    /// <param name="bound">Symbols that relocations name.</param>
    public static byte[] With(string first, string second, params int[] bound)
    {
        var file = new byte[Length];
        byte[] identity = [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1];
        identity.CopyTo(file, 0);
        Put64(32, 64); // e_phoff
        Put16(54, 56); // e_phentsize
        Put16(56, 2); // e_phnum
        Segment(64, type: 1, start: 0, size: Length);
        Segment(64 + 56, type: 2, start: Dynamic, size: 0x100);

        var names = $"\0libstdc++.so.6\0{first}\0{second}\0";
        Encoding.ASCII.GetBytes(names).CopyTo(file, Strings);
        Put16(Versions + 2, 2);
        Put16(Versions + 4, 3);

        // Elf64_Verneed, then two Elf64_Vernaux
        Put16(Needs, 1);
        Put16(Needs + 2, 2);
        Put32(Needs + 4, 1);
        Put32(Needs + 8, 16);
        Aux(Needs + 16, version: 2, names.IndexOf(first, StringComparison.Ordinal), next: 16);
        Aux(Needs + 32, version: 3, names.LastIndexOf(second, StringComparison.Ordinal), next: 0);

        for (var i = 0; i < bound.Length; i++)
        {
            Put64(Relocations + (24 * i) + 8, ((long)bound[i] << 32) | 6); // R_X86_64_GLOB_DAT
        }

        (long Tag, long Value)[] dynamic =
        [
            (5, Address + Strings), (6, Address + Symbols), (0x6ffffff0, Address + Versions), (0x6ffffffe, Address + Needs), (0x6fffffff, 1),
            (7, Address + Relocations), (8, 24 * bound.Length), (0, 0),
        ];
        for (var i = 0; i < dynamic.Length; i++)
        {
            Put64(Dynamic + (16 * i), dynamic[i].Tag);
            Put64(Dynamic + (16 * i) + 8, dynamic[i].Value);
        }

        return file;

        void Segment(int at, int type, int start, int size)
        {
            Put32(at, type);
            Put64(at + 8, start);
            Put64(at + 16, Address + start);
            Put64(at + 32, size);
        }

        void Aux(int at, int version, int name, int next)
        {
            Put16(at + 6, version);
            Put32(at + 8, name);
            Put32(at + 12, next);
        }

        void Put16(int at, int value) => BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), (ushort)value);
        void Put32(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
        void Put64(int at, long value) => BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(at), value);
    }
}
