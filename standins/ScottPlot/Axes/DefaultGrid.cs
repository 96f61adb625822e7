namespace ScottPlot
{
    public interface IGrid
    {
        bool IsVisible { get; set; }
        bool IsBeneathPlottables { get; set; }
        IXAxis XAxis { get; set; }
        IYAxis YAxis { get; set; }
        GridStyle XAxisStyle { get; set; }
        GridStyle YAxisStyle { get; set; }
        void Render(RenderPack rp);
    }
}

namespace ScottPlot.Grids
{
    public class DefaultGrid(IXAxis xAxis, IYAxis yAxis) : IGrid
    {
        public bool IsVisible { get; set; } = true;
        public bool IsBeneathPlottables { get; set; } = true;
        public IXAxis XAxis { get; set; } = xAxis;
        public IYAxis YAxis { get; set; } = yAxis;
        public GridStyle XAxisStyle { get; set; } = new();
        public GridStyle YAxisStyle { get; set; } = new();

        public Color LineColor { set => MajorLineColor = value; }
        public float LineWidth { set => MajorLineWidth = value; }
        public LinePattern LinePattern { set => MajorLinePattern = value; }

        public Color MajorLineColor
        {
            get => XAxisStyle.MajorLineStyle.Color;
            set => XAxisStyle.MajorLineStyle.Color = YAxisStyle.MajorLineStyle.Color = value;
        }

        public Color MinorLineColor { set => XAxisStyle.MinorLineStyle.Color = YAxisStyle.MinorLineStyle.Color = value; }
        public float MajorLineWidth { set => XAxisStyle.MajorLineStyle.Width = YAxisStyle.MajorLineStyle.Width = value; }
        public float MinorLineWidth { set => XAxisStyle.MinorLineStyle.Width = YAxisStyle.MinorLineStyle.Width = value; }
        public LinePattern MajorLinePattern { set => XAxisStyle.MajorLineStyle.Pattern = YAxisStyle.MajorLineStyle.Pattern = value; }

        public void Render(RenderPack rp)
        {
            if (!IsVisible)
                return;
            XAxisStyle.Render(rp, XAxis, VisibleTicks(XAxis));
            YAxisStyle.Render(rp, YAxis, VisibleTicks(YAxis));
        }

        private static IEnumerable<Tick> VisibleTicks(IAxis axis) => axis.TickGenerator.Ticks.Where(t => axis.Range.Contains(t.Position));
    }
}
