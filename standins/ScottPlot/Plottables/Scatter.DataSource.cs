namespace ScottPlot.Plottables;

public partial class Scatter
{
    bool IDataSource.PreferCoordinates => true;
    int IDataSource.Length => Data.GetScatterPoints().Count;
    int IDataSource.MinRenderIndex => MinRenderIndex;
    int IDataSource.MaxRenderIndex => MaxRenderIndex;

    public IDataSource GetIDataSource() => this;

    Coordinates IDataSource.GetCoordinate(int index) => Data.GetScatterPoints()[index];
    Coordinates IDataSource.GetCoordinateScaled(int index) => Scaled(Data.GetScatterPoints()[index]);
    double IDataSource.GetX(int index) => GetIDataSource().GetCoordinate(index).X;
    double IDataSource.GetXScaled(int index) => GetIDataSource().GetCoordinateScaled(index).X;
    double IDataSource.GetY(int index) => GetIDataSource().GetCoordinate(index).Y;
    double IDataSource.GetYScaled(int index) => GetIDataSource().GetCoordinateScaled(index).Y;

    int IDataSource.GetXClosestIndex(Coordinates mouseLocation)
    {
        IReadOnlyList<Coordinates> points = Data.GetScatterPoints();
        return points.Count == 0 ? -1 : Enumerable.Range(0, points.Count).MinBy(i => Math.Abs(Scaled(points[i]).X - mouseLocation.X));
    }

    bool IDataSource.IsSorted()
    {
        IReadOnlyList<Coordinates> points = Data.GetScatterPoints();
        return Enumerable.Range(1, Math.Max(0, points.Count - 1)).All(i => points[i].X >= points[i - 1].X);
    }
}
