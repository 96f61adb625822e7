namespace ScottPlot;

/// <summary>Values at equal distances in x.</summary>
public interface ISignalSource
{
    double Period { get; set; }
    double XOffset { get; set; }
    double YOffset { get; set; }
    double YScale { get; set; }
    int MaximumIndex { get; set; }
    int MinimumIndex { get; set; }

    /// <summary>What of the signal one column of pixels of the data area shows.</summary>
    PixelColumn GetPixelColumn(IAxes axes, int xPixelIndex);

    int GetIndex(double x, bool clamp);
    double GetX(int index);
    double GetY(int index);
    IReadOnlyList<double> GetYs();
    IEnumerable<double> GetYs(int index1, int index2);
    CoordinateRange GetLimitsX();
    CoordinateRange GetLimitsY();
    AxisLimits GetLimits();
}
