namespace ScottPlot.Plottables;

public partial class Heatmap
{
    public interface IRenderStrategy
    {
        void Render(RenderPack rp, Heatmap hm);
    }

    public static class RenderStrategies
    {
        /// <summary>One pixel for each cell, stretched.</summary>
        public class Bitmap : IRenderStrategy
        {
            private const int LargestSide = 2048;

            public void Render(RenderPack rp, Heatmap hm)
            {
                PixelRect target = hm.Axes.GetPixelRect(hm.GetAlignedExtent());
                if (!float.IsFinite(target.Width) || !float.IsFinite(target.Height))
                    return;
                if (!hm.Smooth)
                {
                    rp.Canvas.DrawImage(hm.cellColors!, hm.Columns, hm.Rows, target, smooth: false);
                    return;
                }

                // The canvas smooths a little, but not cells that are many pixels wide.
                int width = Math.Max(hm.Columns, (int)Math.Min(target.Width, LargestSide));
                int height = Math.Max(hm.Rows, (int)Math.Min(target.Height, LargestSide));
                uint[] enlarged = MitchellResampling.Enlarge(hm.cellColors!, hm.Columns, hm.Rows, width, height);
                rp.Canvas.DrawImage(enlarged, width, height, target, smooth: true);
            }
        }

        /// <summary>Each cell for itself.</summary>
        public class Rectangles : IRenderStrategy
        {
            public void Render(RenderPack rp, Heatmap hm)
            {
                CoordinateRect edges = hm.GetAlignedExtent();
                for (int row = 0; row < hm.Rows; row++)
                {
                    double bottom = edges.Bottom + (hm.Rows - 1 - row) * hm.CellHeight;
                    for (int column = 0; column < hm.Columns; column++)
                    {
                        double left = edges.Left + column * hm.CellWidth;
                        PixelRect cell = hm.Axes.GetPixelRect(new(left, left + hm.CellWidth, bottom, bottom + hm.CellHeight));
                        Color color = Color.FromARGB(hm.cellColors![row * hm.Columns + column]);
                        rp.Canvas.FillRectangle(cell, new FillStyle(color) { AntiAlias = false });
                    }
                }
            }
        }
    }
}
