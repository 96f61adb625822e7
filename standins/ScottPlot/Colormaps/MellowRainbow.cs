namespace ScottPlot.Colormaps;

public class MellowRainbow : IColormap
{
    private readonly CustomInterpolated map = new(Color.FromHex(["#466BE3", "#29BBEC", "#30F199", "#EDD03A", "#FB8023", "#D23104"]));

    public string Name => "Mellow Rainbow";
    public Color GetColor(double position) => map.GetColor(position);
}
