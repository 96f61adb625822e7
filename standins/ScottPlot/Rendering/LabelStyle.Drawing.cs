using ScottPlot.Rendering;
using ScottPlot.Typefaces;

namespace ScottPlot;

public partial class LabelStyle
{
    /// <summary>Drawn in the place of the text if set.</summary>
    public Image? Image { get; set; }

    /// <summary>Takes a font that has the characters of <see cref="Text"/>.</summary>
    public void SetBestFont() => FontName = Fonts.Detect(Text);

    private FontFile FontFile => Fonts.GetFont(FontName, Bold, Italic);

    internal void ApplyToPaint(Paint paint)
    {
        paint.Font = FontFile;
        paint.TextSize = FontSize;
        paint.Color = ForeColor;
        paint.IsAntialias = AntiAliasText;
        paint.SubpixelText = SubpixelText;
    }

    public MeasuredText Measure(Paint paint) => Measure(Text, paint);

    public MeasuredText Measure(string text, Paint paint)
    {
        ApplyToPaint(paint);
        return Measure(text);
    }

    internal MeasuredText Measure(string? text)
    {
        if (Image is not null)
        {
            return new MeasuredText
            {
                Size = Image.Size,
                LineHeight = Image.Height,
                LineWidths = [Image.Width],
                VerticalOffset = 0,
                Bottom = 0,
            };
        }

        FontFile font = FontFile;
        string[] lines = string.IsNullOrEmpty(text) ? [] : text.Split('\n');
        float[] widths = Array.ConvertAll(lines, line => font.MeasureWidth(line, FontSize));
        float lineHeight = font.LineHeight * FontSize, bottom = font.Bottom * FontSize;
        return new MeasuredText
        {
            Size = new PixelSize(widths.DefaultIfEmpty(0).Max(), lineHeight * lines.Length),
            LineHeight = lineHeight,
            LineWidths = widths,
            VerticalOffset = (font.CapHeight - font.Top) * FontSize - bottom / 2,
            Bottom = bottom,
        };
    }

    public (string text, float height) MeasureHighestString(string[] strings, Paint paint)
    {
        (string Text, float Height) best = (string.Empty, 0);
        foreach (string text in strings)
        {
            float height = Measure(text, paint).Height;
            if (height > best.Height)
                best = (text, height);
        }
        return best;
    }

    public (string text, PixelLength width) MeasureWidestString(string[] strings, Paint paint)
    {
        (string Text, float Width) best = (string.Empty, 0);
        foreach (string text in strings)
        {
            float width = Measure(text, paint).Width;
            if (width > best.Width)
                best = (text, width);
        }
        return best;
    }

    internal void Render(Canvas canvas, Pixel px, string text, bool bottom = true)
    {
        Text = text;
        Render(canvas, px, bottom);
    }

    /// <summary>Draws the text so that the point of its box which <see cref="Alignment"/> names is at the pixel.</summary>
    /// <param name="canvas">where to draw</param>
    /// <param name="px">the place</param>
    /// <param name="bottom">keep room for descenders below the baseline; without, capitals are centred on the line</param>
    internal void Render(Canvas canvas, Pixel px, bool bottom = true)
    {
        if (!IsVisible || (string.IsNullOrEmpty(Text) && Image is null))
            return;

        MeasuredText measured = Measure(Text);
        PixelRect box = measured.Rect(Alignment);
        canvas.Save();
        canvas.Translate(px.X + OffsetX, px.Y + OffsetY);
        canvas.RotateDegrees(Rotation);
        if (Image is not null)
        {
            Image.Draw(canvas, box);
        }
        else
        {
            DrawBackground(canvas, px, box);
            DrawLines(canvas, measured, box, bottom);
            DrawBorder(canvas, box);
            DrawPoint(canvas, px);
        }
        canvas.Restore();
    }

    private void DrawBackground(Canvas canvas, Pixel px, PixelRect box)
    {
        PixelRect background = box.Expand(PixelPadding), shadow = background.WithOffset(ShadowOffset);
        if (ShadowColor != Colors.Transparent)
            canvas.FillRoundRectangle(shadow, BorderRadiusX, BorderRadiusY, ShadowColor, AntiAliasBackground);
        if (BackgroundColor != Colors.Transparent)
            canvas.FillRoundRectangle(background, BorderRadiusX, BorderRadiusY, BackgroundColor, AntiAliasBackground);
        LastRenderPixelRect = background.Expand(shadow).WithDelta(px.X + OffsetX, px.Y + OffsetY);
    }

    private void DrawLines(Canvas canvas, MeasuredText measured, PixelRect box, bool bottom)
    {
        FontFile font = FontFile;
        string[] lines = Text.Split('\n');
        float lineHeight = LineSpacing ?? measured.LineHeight, lift = bottom ? -measured.Bottom : measured.VerticalOffset;
        for (int i = 0; i < lines.Length; i++)
        {
            float x = box.Left + (box.Width - measured.LineWidths[i]) * Alignment.HorizontalFraction();
            float y = lines.Length == 1 ? box.Bottom + lift : box.Top + (1 + i) * lineHeight + lift;
            canvas.DrawString(lines[i], new Pixel(x, y), font, FontSize, ForeColor, AntiAliasText);
            if (Underline && UnderlineWidth != 0)
            {
                float under = y + (float)UnderlineOffset;
                canvas.DrawLine(new Pixel(x, under), new Pixel(x + measured.LineWidths[i], under), new LineStyle((float)UnderlineWidth, ForeColor));
            }
        }
    }

    private void DrawBorder(Canvas canvas, PixelRect box)
    {
        LineStyle border = new(BorderWidth, BorderColor) { AntiAlias = AntiAliasBackground };
        if (border.CanBeRendered)
            canvas.DrawPath(new CanvasPath().AddRoundRectangle(box.Expand(PixelPadding), BorderRadiusX, BorderRadiusY), border);
    }

    private void DrawPoint(Canvas canvas, Pixel px)
    {
        if (PointSize > 0 && PointFilled)
            canvas.FillCircle(px, PointSize, new FillStyle { Color = PointColor, AntiAlias = AntiAliasBackground });
    }

    /// <summary>The upper left corner of the text when it lies inside a rectangle at the named place.</summary>
    internal Pixel GetRenderLocation(PixelRect rect, Alignment place, float offsetX, float offsetY)
    {
        if (Alignment != Alignment.UpperLeft)
            throw new NotImplementedException("This method only works for labels with upper-left aligned text");

        PixelSize size = Measure(Text).Size;
        float x = place.HorizontalFraction() switch
        {
            0 => rect.Left + offsetX,
            1 => rect.Right - size.Width - offsetX,
            _ => rect.HorizontalCenter - size.Width / 2,
        };
        float y = place.VerticalFraction() switch
        {
            1 => rect.Top + offsetY,
            0 => rect.Bottom - size.Height - offsetY,
            _ => rect.VerticalCenter - size.Height / 2,
        };
        return new Pixel(x, y);
    }
}
