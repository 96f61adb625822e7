using System.Buffers.Binary;

namespace Experiments.Models;

/// <summary>
/// Marks those symbol versions that a shared library asks for but never uses as weak, so that the loader of an older system takes it.
/// <para>
/// A 64-bit ELF file lists the versions that it needs of other libraries as <c>Elf64_Vernaux</c> entries (section <c>.gnu.version_r</c>, found
/// by <c>DT_VERNEED</c>). The loader refuses a file if one is missing, unless the entry's <c>vna_flags</c> has <c>VER_FLG_WEAK</c> (2). It does so
/// even if no relocation names a symbol of that version, so that nothing would ever look it up.
/// Sources: ELF gABI, chapter 5, "Dynamic Section"; Linux Standard Base Core 5.0, section 10.7, "Symbol Versioning".
/// </para>
/// </summary>
internal static class ElfVersions
{
    private const int Load = 1, Dynamic = 2; // p_type
    private const long StrTab = 5, SymTab = 6, Rela = 7, RelaSize = 8, JmpRel = 23, PltRelSize = 2, VerSym = 0x6ffffff0, VerNeed = 0x6ffffffe, VerNeedCount = 0x6fffffff; // d_tag
    private const ushort Weak = 2; // VER_FLG_WEAK

    /// <summary>Sets the flag in every entry whose version no relocation of the file uses.</summary>
    /// <param name="file">The whole file, changed in place: two bytes for each entry.</param>
    /// <returns>Names of the versions that are weak now and were not before, e.g. GLIBCXX_3.4.32; empty if there is nothing to change.</returns>
    /// <exception cref="InvalidDataException">This is not a little-endian 64-bit ELF file, or it is damaged.</exception>
    public static IReadOnlyList<string> MakeUnusedWeak(Span<byte> file)
    {
        try
        {
            return Parse(file);
        }
        catch (Exception problem) when (problem is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException or KeyNotFoundException)
        {
            throw new InvalidDataException("a damaged ELF file: a table is missing, or an offset or a size leads out of the file", problem);
        }
    }

    private static List<string> Parse(Span<byte> file)
    {
        if (file.Length < 64 || !file.StartsWith((ReadOnlySpan<byte>)[0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1]))
        {
            throw new InvalidDataException("not a little-endian 64-bit ELF file");
        }

        var segments = Segments(file);
        var tags = Tags(file, segments);
        if (!tags.TryGetValue(VerNeed, out var needed))
        {
            return [];
        }

        var used = UsedVersions(file, segments, tags);
        var strings = Offset(segments, tags[StrTab]);
        List<string> changed = [];
        var library = Offset(segments, needed);
        for (var left = tags.GetValueOrDefault(VerNeedCount); left > 0; left--)
        {
            // Elf64_Verneed: vn_version, vn_cnt (2 bytes each), vn_file, vn_aux, vn_next (4 bytes each)
            var entry = checked(library + (int)U32(file, library + 8));
            for (var entries = U16(file, library + 2); entries > 0; entries--)
            {
                // Elf64_Vernaux: vna_hash (4), vna_flags (2), vna_other (2), vna_name (4), vna_next (4)
                var flags = U16(file, entry + 4);
                if ((flags & Weak) == 0 && !used.Contains((ushort)(U16(file, entry + 6) & 0x7fff)))
                {
                    BinaryPrimitives.WriteUInt16LittleEndian(file[(entry + 4)..], (ushort)(flags | Weak));
                    changed.Add(Text(file, checked(strings + (int)U32(file, entry + 8))));
                }

                entry = Next(file, entry, at: entry + 12);
            }

            library = Next(file, library, at: library + 12);
        }

        return changed;
    }

    // The last entry of a list leads nowhere; one in the middle that does so would be read for ever.
    private static int Next(ReadOnlySpan<byte> file, int entry, int at) => U32(file, at) is var distance and > 0 ? checked(entry + (int)distance) : int.MaxValue;

    // Versions (indices as in vna_other) of the symbols that relocations name.
    private static HashSet<ushort> UsedVersions(ReadOnlySpan<byte> file, List<Segment> segments, Dictionary<long, long> tags)
    {
        HashSet<ushort> used = [];
        var versions = Offset(segments, tags[VerSym]);
        foreach (var (table, size) in new[] { (Rela, RelaSize), (JmpRel, PltRelSize) })
        {
            if (!tags.TryGetValue(table, out var address))
            {
                continue;
            }

            // Elf64_Rela: r_offset, r_info, r_addend (8 bytes each); the symbol is the upper half of r_info
            var relocations = file.Slice(Offset(segments, address), checked((int)tags[size]));
            for (var at = 0; at < relocations.Length; at += 24)
            {
                var symbol = U32(relocations, at + 12);
                used.Add((ushort)(U16(file, checked(versions + (2 * (int)symbol))) & 0x7fff));
            }
        }

        return used;
    }

    private static List<Segment> Segments(ReadOnlySpan<byte> file)
    {
        // Elf64_Ehdr: e_phoff at 32, e_phentsize at 54, e_phnum at 56
        var (start, size, count) = (checked((int)U64(file, 32)), U16(file, 54), U16(file, 56));
        List<Segment> segments = [];
        for (var i = 0; i < count; i++)
        {
            // Elf64_Phdr: p_type, p_flags (4 bytes each), p_offset, p_vaddr, p_paddr, p_filesz (8 bytes each)
            var at = start + (i * size);
            segments.Add(new((int)U32(file, at), U64(file, at + 8), U64(file, at + 16), U64(file, at + 32)));
        }

        return segments;
    }

    private static Dictionary<long, long> Tags(ReadOnlySpan<byte> file, List<Segment> segments)
    {
        Dictionary<long, long> tags = [];
        foreach (var segment in segments.Where(segment => segment.Type == Dynamic))
        {
            // Elf64_Dyn: d_tag, d_val (8 bytes each); a tag of 0 ends the list
            for (var at = checked((int)segment.Start); U64(file, at) != 0; at += 16)
            {
                tags[U64(file, at)] = U64(file, at + 8);
            }
        }

        return tags;
    }

    private static int Offset(List<Segment> segments, long address)
    {
        foreach (var segment in segments)
        {
            if (segment.Type == Load && address >= segment.Address && address - segment.Address < segment.Size)
            {
                return checked((int)(address - segment.Address + segment.Start));
            }
        }

        throw new InvalidDataException("a damaged ELF file: a table lies in no loaded segment");
    }

    private static ushort U16(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file[at..]);

    private static uint U32(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file[at..]);

    private static long U64(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadInt64LittleEndian(file[at..]);

    private static string Text(ReadOnlySpan<byte> file, int at) => System.Text.Encoding.ASCII.GetString(file[at..][..file[at..].IndexOf((byte)0)]);

    private readonly record struct Segment(int Type, long Start, long Address, long Size);
}
