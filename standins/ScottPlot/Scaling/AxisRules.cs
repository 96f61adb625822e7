namespace ScottPlot
{
    /// <summary>Changes axis limits just before each render.</summary>
    public interface IAxisRule
    {
        void Apply(RenderPack rp, bool beforeLayout);
    }
}

namespace ScottPlot.AxisRules
{
    /// <summary>Makes a unit as long on both axes, by zooming the one out that shows less.</summary>
    public class SquareZoomOut(IXAxis xAxis, IYAxis yAxis) : IAxisRule
    {
        public void Apply(RenderPack rp, bool beforeLayout)
        {
            if (beforeLayout)
                return;
            double unitsPerPx = Math.Max(Math.Abs(xAxis.Width / rp.DataRect.Width), Math.Abs(yAxis.Height / rp.DataRect.Height));
            SetAround(xAxis.Range, rp.DataRect.Width * unitsPerPx);
            SetAround(yAxis.Range, rp.DataRect.Height * unitsPerPx);
        }

        internal static void SetAround(CoordinateRangeMutable range, double span)
        {
            (double low, double high) = (range.Center - span / 2, range.Center + span / 2);
            if (range.Min > range.Max)
                range.Set(high, low);
            else
                range.Set(low, high);
        }
    }

    /// <summary>Makes a unit as long on the vertical axis as on the horizontal one.</summary>
    public class SquarePreserveX(IXAxis xAxis, IYAxis yAxis) : IAxisRule
    {
        public void Apply(RenderPack rp, bool beforeLayout)
        {
            if (beforeLayout)
                return;
            double half = rp.DataRect.Height / 2 * (xAxis.Width / rp.DataRect.Width);
            yAxis.Range.Set(yAxis.Range.Center - half, yAxis.Range.Center + half);
        }
    }

    /// <summary>Makes a unit as long on the horizontal axis as on the vertical one.</summary>
    public class SquarePreserveY(IXAxis xAxis, IYAxis yAxis) : IAxisRule
    {
        public void Apply(RenderPack rp, bool beforeLayout)
        {
            if (beforeLayout)
                return;
            double half = rp.DataRect.Width / 2 * (yAxis.Height / rp.DataRect.Height);
            xAxis.Range.Set(xAxis.Range.Center - half, xAxis.Range.Center + half);
        }
    }
}
