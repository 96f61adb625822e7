using System.Globalization;
using System.Security;
using System.Text;
using ScottPlot.Images;
using ScottPlot.Typefaces;

namespace ScottPlot.Rendering;

/// <summary>Writes what is drawn as an SVG document. Coordinates are those of the figure; only turned text keeps a transformation.</summary>
internal sealed class SvgCanvas(int width, int height) : Canvas
{
    private readonly StringBuilder body = new();
    private readonly Dictionary<PixelRect, string> clipIds = [];
    private readonly Stack<PixelRect?> savedClips = new();
    private PixelRect? clip;
    private PixelRect? openClip;

    public string GetXml()
    {
        CloseGroup();
        return $"<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
            + $" width=\"{width}\" height=\"{height}\">\n{body}</svg>\n";
    }

    public override void Dispose()
    {
        // nothing but memory
    }

    // ---- state ----

    protected override void SaveClip() => savedClips.Push(clip);
    protected override void RestoreClip() => clip = savedClips.Pop();

    protected override void TransformChanged()
    {
        // read when something is drawn
    }

    public override void Clip(PixelRect rect)
    {
        PixelRect device = new(Place(new(rect.Left, rect.Top)), Place(new(rect.Right, rect.Bottom)));
        clip = clip is PixelRect outer ? Common(outer, device) : device;
    }

    private static PixelRect Common(PixelRect a, PixelRect b)
    {
        float left = Math.Max(a.Left, b.Left), right = Math.Max(left, Math.Min(a.Right, b.Right));
        float top = Math.Max(a.Top, b.Top), bottom = Math.Max(top, Math.Min(a.Bottom, b.Bottom));
        return new PixelRect(left, right, bottom, top);
    }

    private Pixel Place(Pixel px)
    {
        (double x, double y) = Transform.Apply(px.X, px.Y);
        return new Pixel((float)x, (float)y);
    }

    // everything drawn under the same clip one after the other shares a group
    private void Write(string element)
    {
        if (openClip != clip)
        {
            CloseGroup();
            if (clip is PixelRect rect)
            {
                string id = DefinedClip(rect);
                body.Append($"\t<g clip-path=\"url(#{id})\">\n");
            }
            openClip = clip;
        }
        body.Append(clip is null ? "\t" : "\t\t").Append(element).Append('\n');
    }

    private void CloseGroup()
    {
        if (openClip is not null)
            body.Append("\t</g>\n");
        openClip = null;
    }

    // The name follows from the rectangle: documents put into one page may then share names only where they mean the same.
    private string DefinedClip(PixelRect rect)
    {
        if (clipIds.TryGetValue(rect, out string? known))
            return known;
        string shape = $"x=\"{N(rect.Left)}\" y=\"{N(rect.Top)}\" width=\"{N(rect.Width)}\" height=\"{N(rect.Height)}\"";
        uint hash = 2166136261;
        foreach (char c in shape)
            hash = (hash ^ c) * 16777619;
        string id = clipIds[rect] = $"cl_{hash}";
        body.Append($"\t<clipPath id=\"{id}\">\n\t\t<rect {shape}/>\n\t</clipPath>\n");
        return id;
    }

    // ---- numbers and colours ----

    private static string N(double value)
    {
        string text = Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    private static string Hex(Color c) => $"#{c.R:X2}{c.G:X2}{c.B:X2}";
    private static string Fill(Color c) => $"fill=\"{Hex(c)}\"" + (c.A == 255 ? "" : $" fill-opacity=\"{N(c.A / 255.0)}\"");

    private string Stroke(LineStyle style, float lineWidth)
    {
        double scale = Transform.Scale;
        StringBuilder text = new($"fill=\"none\" stroke=\"{Hex(style.Color)}\" stroke-width=\"{N(lineWidth * scale)}\"");
        text.Append(style.Rounded ? " stroke-linecap=\"round\" stroke-linejoin=\"round\"" : $" stroke-miterlimit=\"{N(style.StrokeMiter)}\"");
        if (style.Color.A != 255)
            text.Append($" stroke-opacity=\"{N(style.Color.A / 255.0)}\"");
        if (style.Pattern.Intervals is { Length: > 0 } intervals)
        {
            text.Append($" stroke-dasharray=\"{string.Join(' ', intervals.Select(v => N(v * scale)))}\"");
            if (style.Pattern.Phase != 0)
                text.Append($" stroke-dashoffset=\"{N(style.Pattern.Phase * scale)}\"");
        }
        return text.ToString();
    }

    // ---- lines and areas ----

    public override void Clear(Color color)
    {
        if (color.A > 0)
            Write($"<rect {Fill(color)} width=\"{width}\" height=\"{height}\"/>");
    }

    protected override void StrokePolyline(IReadOnlyList<Pixel> pixels, LineStyle style, float width)
    {
        if (pixels.Any(p => !float.IsFinite(p.X) || !float.IsFinite(p.Y)))
            return;
        StringBuilder data = new();
        foreach (IReadOnlyList<Pixel> piece in LineClipping.Pieces(pixels))
        {
            for (int i = 0; i < piece.Count; i++)
                Append(data, i == 0 ? 'M' : 'L', piece[i]);
        }
        if (data.Length > 0)
            Write($"<path {Stroke(style, width)} d=\"{data}\"/>");
    }

    protected override void StrokePath(CanvasPath path, LineStyle style, float width)
    {
        if (Data(path) is string data)
            Write($"<path {Stroke(style, width)} d=\"{data}\"/>");
    }

    protected override void FillPath(CanvasPath path, Color color, bool antiAlias)
    {
        if (Data(path) is string data)
            Write($"<path {Fill(color)} d=\"{data}\"/>");
    }

    protected override void FillRectangle(PixelRect rect, Color color, bool antiAlias)
    {
        if (!Transform.IsAxisAligned)
        {
            FillPath(new CanvasPath().AddRectangle(rect), color, antiAlias);
            return;
        }
        PixelRect near = LineClipping.Nearest(rect);
        PixelRect device = new(Place(new(near.Left, near.Top)), Place(new(near.Right, near.Bottom)));
        if (float.IsFinite(device.Width) && float.IsFinite(device.Height))
            Write($"<rect {Fill(color)} x=\"{N(device.Left)}\" y=\"{N(device.Top)}\" width=\"{N(device.Width)}\" height=\"{N(device.Height)}\"/>");
    }

    protected override void FillEllipse(PixelRect rect, Color color, bool antiAlias)
    {
        if (Ellipse(rect) is string place)
            Write($"<ellipse {Fill(color)} {place}/>");
        else
            base.FillEllipse(rect, color, antiAlias);
    }

    protected override void StrokeEllipse(PixelRect rect, LineStyle style, float width)
    {
        // dashes of an ellipse element would begin elsewhere
        if (style.Pattern.Intervals is not { Length: > 0 } && Ellipse(rect) is string place)
            Write($"<ellipse {Stroke(style, width)} {place}/>");
        else
            base.StrokeEllipse(rect, style, width);
    }

    private string? Ellipse(PixelRect rect)
    {
        if (!Transform.IsAxisAligned || !float.IsFinite(rect.Width) || !float.IsFinite(rect.Height))
            return null;
        Pixel center = Place(rect.Center);
        double scale = Transform.Scale / 2;
        return $"cx=\"{N(center.X)}\" cy=\"{N(center.Y)}\" rx=\"{N(rect.Width * scale)}\" ry=\"{N(rect.Height * scale)}\"";
    }

    private void Append(StringBuilder data, char command, Pixel px)
    {
        Pixel at = Place(px);
        data.Append(command).Append(N(at.X)).Append(' ').Append(N(at.Y));
    }

    private string? Data(CanvasPath whole)
    {
        if (LineClipping.WithinReach(whole) is not CanvasPath path)
            return null;
        StringBuilder data = new();
        int at = 0;
        Pixel Next() => path.Points[at++];
        foreach (CanvasPath.Verb verb in path.Verbs)
        {
            switch (verb)
            {
                case CanvasPath.Verb.Move:
                    Append(data, 'M', Next());
                    break;
                case CanvasPath.Verb.Line:
                    Append(data, 'L', Next());
                    break;
                case CanvasPath.Verb.Cubic:
                    Append(data, 'C', Next());
                    Append(data, ' ', Next());
                    Append(data, ' ', Next());
                    break;
                default:
                    data.Append('Z');
                    break;
            }
        }
        return data.ToString();
    }

    // ---- text and images ----

    public override void DrawString(string text, Pixel baseline, FontFile font, float size, Color color, bool antiAlias)
    {
        if (font == FontFile.None || text.Length == 0 || color.A == 0)
            return;
        Pixel at = Place(baseline);
        CanvasTransform t = Transform;
        StringBuilder element = new("<text ");
        element.Append(Fill(color));
        if (t.IsAxisAligned)
            element.Append($" font-size=\"{N(size * t.Scale)}\" x=\"{N(at.X)}\" y=\"{N(at.Y)}\"");
        else
            element.Append($" font-size=\"{N(size * t.Scale)}\" transform=\"translate({N(at.X)} {N(at.Y)}) rotate({N(Math.Atan2(t.Yx, t.Xx) * 180 / Math.PI)})\"");
        if (font.Weight != 400)
            element.Append($" font-weight=\"{font.Weight}\"");
        if (font.IsItalic)
            element.Append(" font-style=\"italic\"");
        if (text.StartsWith(' ') || text.EndsWith(' ') || text.Contains("  ", StringComparison.Ordinal))
            element.Append(" xml:space=\"preserve\"");
        element.Append($" font-family=\"{SecurityElement.Escape(font.Family)}\">{SecurityElement.Escape(text)}</text>");
        Write(element.ToString());
    }

    public override void DrawImage(uint[] premultipliedArgb, int width, int height, PixelRect target, bool smooth)
    {
        string png = Convert.ToBase64String(PngWriter.Encode(premultipliedArgb, width, height));
        Pixel at = Place(new(Math.Min(target.Left, target.Right), Math.Min(target.Top, target.Bottom)));
        // a target whose right is left of its left is drawn mirrored
        (double sx, double sy) = (target.Width < 0 ? -1 : 1, target.Height < 0 ? -1 : 1);
        double w = Math.Abs(target.Width) * Transform.Scale, h = Math.Abs(target.Height) * Transform.Scale;
        string place = sx < 0 || sy < 0
            ? $"transform=\"translate({N(at.X + (sx < 0 ? w : 0))} {N(at.Y + (sy < 0 ? h : 0))}) scale({sx} {sy})\""
            : $"x=\"{N(at.X)}\" y=\"{N(at.Y)}\"";
        string sharp = smooth ? "" : " image-rendering=\"pixelated\"";
        Write($"<image {place} width=\"{N(w)}\" height=\"{N(h)}\" preserveAspectRatio=\"none\"{sharp} xlink:href=\"data:image/png;base64,{png}\"/>");
    }
}
