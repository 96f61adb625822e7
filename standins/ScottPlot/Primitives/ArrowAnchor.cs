namespace ScottPlot;

public enum ArrowAnchor
{
    Center,
    Tip,
    Tail,
}
