namespace ScottPlot.Typefaces;

/// <summary>One face of a font file: its style and, once asked for, its metrics and glyphs. All sizes are in ems.</summary>
internal sealed class FontFile
{
    /// <summary>What stands in when no font is installed: it measures and draws nothing.</summary>
    public static FontFile None { get; } = new("", 0, "", 400, 5, italic: false);

    private readonly Lazy<Metrics> metrics;

    private FontFile(string path, int index, string family, int weight, int width, bool italic)
    {
        Path = path;
        Index = index;
        Family = family;
        Weight = weight;
        Width = width;
        IsItalic = italic;
        metrics = new Lazy<Metrics>(() => path.Length == 0 ? Metrics.Nothing : Metrics.Read(path, index));
        Native = new Lazy<nint>(() => FreeTypeFaces.Open(path, index));
    }

    public string Path { get; }
    public int Index { get; }
    public string Family { get; }
    public int Weight { get; }
    /// <summary>1 (ultra-condensed) to 9 (ultra-expanded).</summary>
    public int Width { get; }
    public bool IsItalic { get; }

    /// <summary>The face as the raster backend needs it, opened when first drawn.</summary>
    public Lazy<nint> Native { get; }

    /// <summary>From one baseline to the next.</summary>
    public float LineHeight => metrics.Value.LineHeight;
    public float Ascent => metrics.Value.Ascent;
    /// <summary>The highest and lowest point of any glyph, above and below the baseline.</summary>
    public float Top => metrics.Value.Top;
    public float Bottom => metrics.Value.Bottom;
    public float CapHeight => metrics.Value.CapHeight;

    public bool HasGlyph(int codePoint) => metrics.Value.Glyphs.ContainsKey(codePoint);

    /// <summary>Glyph numbers and the place of each along the baseline (the last entry is the end of the text).</summary>
    public (int[] Glyphs, float[] Places) Place(string text, float size)
    {
        Metrics m = metrics.Value;
        List<int> glyphs = new(text.Length);
        List<float> places = new(text.Length + 1);
        float x = 0;
        foreach (System.Text.Rune rune in text.EnumerateRunes())
        {
            int glyph = m.Glyphs.GetValueOrDefault(rune.Value);
            glyphs.Add(glyph);
            places.Add(x);
            x += m.Advance(glyph) * size;
        }
        places.Add(x);
        return ([.. glyphs], [.. places]);
    }

    public float MeasureWidth(string text, float size)
    {
        Metrics m = metrics.Value;
        float x = 0;
        foreach (System.Text.Rune rune in text.EnumerateRunes())
            x += m.Advance(m.Glyphs.GetValueOrDefault(rune.Value)) * size;
        return x;
    }

    /// <summary>The faces of a file; none if it is not a font.</summary>
    public static IEnumerable<FontFile> Load(string path)
    {
        List<FontFile> faces = [];
        try
        {
            int index = 0;
            foreach (OpenTypeReader reader in OpenTypeReader.Faces(File.ReadAllBytes(path)))
                faces.Add(Describe(reader, path, index++));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or IndexOutOfRangeException or KeyNotFoundException)
        {
            // a damaged or unreadable file is as good as none
        }
        return faces;
    }

    private static FontFile Describe(OpenTypeReader reader, string path, int index)
    {
        string family = reader.Name(16) ?? reader.Name(1) ?? "";
        (int weight, int width, bool italic) = (400, 5, false);
        if (reader.Has("OS/2"))
        {
            int os2 = reader.Start("OS/2");
            (weight, width, italic) = (reader.U16(os2 + 4), reader.U16(os2 + 6), (reader.U16(os2 + 62) & 0x201) != 0);
        }
        return new FontFile(path, index, family, weight, width, italic);
    }

    private sealed record Metrics(float LineHeight, float Ascent, float Top, float Bottom, float CapHeight, float[] Advances, Dictionary<int, int> Glyphs)
    {
        public static Metrics Nothing { get; } = new(0, 0, 0, 0, 0, [0], []);

        public float Advance(int glyph) => Advances[Math.Min(glyph, Advances.Length - 1)];

        public static Metrics Read(string path, int index)
        {
            OpenTypeReader reader = OpenTypeReader.Faces(File.ReadAllBytes(path)).ElementAt(index);
            int head = reader.Start("head"), hhea = reader.Start("hhea"), hmtx = reader.Start("hmtx");
            float em = reader.U16(head + 18);
            float ascender = reader.I16(hhea + 4), descender = reader.I16(hhea + 6), gap = reader.I16(hhea + 8);
            // glyphs beyond the last full entry share its advance
            float[] advances = new float[Math.Max(1, (int)reader.U16(hhea + 34))];
            for (int g = 0; g < advances.Length; g++)
                advances[g] = reader.U16(hmtx + 4 * g) / em;

            float capHeight = 0;
            if (reader.Has("OS/2") && reader.U16(reader.Start("OS/2")) >= 2)
                capHeight = reader.I16(reader.Start("OS/2") + 88) / em;
            return new Metrics((ascender - descender + gap) / em, ascender / em,
                reader.I16(head + 42) / em, -reader.I16(head + 38) / em, capHeight, advances, reader.CharacterMap());
        }
    }
}
