namespace ScottPlot;

/// <summary>How an image lies in a rectangle.</summary>
public enum ImagePosition
{
    TopLeft,
    Center,
    /// <summary>Over all of it, whatever the proportions.</summary>
    Stretch,
    /// <summary>As large as fits in.</summary>
    Fill,
    /// <summary>As small as leaves nothing free.</summary>
    Zoom,
}

public static class ImageScaleModeExtensions
{
    public static PixelRect GetRect(this ImagePosition position, PixelSize imageSize, PixelRect targetRect)
    {
        (float x, float y) = (targetRect.Width / imageSize.Width, targetRect.Height / imageSize.Height);
        float scale = position switch
        {
            ImagePosition.Fill => Math.Min(x, y),
            ImagePosition.Zoom => Math.Max(x, y),
            _ => 1,
        };
        (float width, float height) = (imageSize.Width * scale, imageSize.Height * scale);
        return position switch
        {
            ImagePosition.Stretch => targetRect,
            ImagePosition.TopLeft => new(targetRect.Left, targetRect.Left + width, targetRect.Top + height, targetRect.Top),
            _ => new(
                targetRect.HorizontalCenter - width / 2, targetRect.HorizontalCenter + width / 2,
                targetRect.VerticalCenter + height / 2, targetRect.VerticalCenter - height / 2),
        };
    }
}

public class BackgroundStyle : IDisposable
{
    public bool AntiAlias = true;
    public Image? _Image;

    public FillStyle FillStyle { get; set; } = new(Colors.White);
    public Color Color { get => FillStyle.Color; set => FillStyle.Color = value; }
    public Image? Image { get => _Image; set => _Image = value; }
    public ImagePosition ImagePosition { get; set; } = ImagePosition.Stretch;

    public PixelRect GetImageRect(PixelRect targetRect) =>
        Image is null ? PixelRect.Zero : ImagePosition.GetRect(Image.Size, targetRect);

    public void Render(RenderPack rp, PixelRect target)
    {
        rp.Canvas.FillRectangle(target, FillStyle);
        Image?.Draw(rp.Canvas, GetImageRect(target), AntiAlias);
    }

    public void Dispose() => GC.SuppressFinalize(this);
}
