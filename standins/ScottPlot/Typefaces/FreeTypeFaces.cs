using System.Runtime.InteropServices;

namespace ScottPlot.Typefaces;

/// <summary>Opens font files for cairo. Faces live as long as the process: there are few, and cairo keeps using them.</summary>
internal static partial class FreeTypeFaces
{
    private static readonly Lock Gate = new();
    private static nint library;

    /// <summary>A cairo font face, or 0 if the file cannot be opened.</summary>
    public static nint Open(string path, int index)
    {
        if (path.Length == 0)
            return 0;
        // FreeType's library object is not safe to share while faces are being opened
        lock (Gate)
        {
            if (library == 0 && FT_Init_FreeType(out library) != 0)
                return 0;
            return FT_New_Face(library, path, new CLong(index), out nint face) == 0 ? Rendering.Cairo.FontFaceFor(face) : 0;
        }
    }

    [LibraryImport("libfreetype.so.6")]
    private static partial int FT_Init_FreeType(out nint library);

    [LibraryImport("libfreetype.so.6", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int FT_New_Face(nint library, string path, CLong index, out nint face);
}
