namespace ScottPlot;

public interface IHasOutline
{
    LineStyle OutlineStyle { get; }
    float OutlineWidth { get; set; }
    LinePattern OutlinePattern { get; set; }
    Color OutlineColor { get; set; }
}
