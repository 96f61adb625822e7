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
            public void Render(RenderPack rp, Heatmap hm) => rp.Canvas.DrawImage(
                hm.cellColors!, hm.Columns, hm.Rows, hm.Axes.GetPixelRect(hm.GetAlignedExtent()), hm.Smooth);
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
