namespace ScottPlot.DataSources;

/// <summary>Looks for the point nearest to a place, in pixels and within a distance.</summary>
internal static class NearestPoint
{
    public static DataPoint Find(IEnumerable<Coordinates> points, int firstIndex, Coordinates place, RenderDetails render, float reach) =>
        Find(points, firstIndex, reach, point =>
        {
            double dX = (point.X - place.X) * render.PxPerUnitX, dY = (point.Y - place.Y) * render.PxPerUnitY;
            return Math.Sqrt(dX * dX + dY * dY);
        });

    public static DataPoint FindX(IEnumerable<Coordinates> points, int firstIndex, Coordinates place, RenderDetails render, float reach) =>
        Find(points, firstIndex, reach, point => Math.Abs((point.X - place.X) * render.PxPerUnitX));

    private static DataPoint Find(IEnumerable<Coordinates> points, int index, float reach, Func<Coordinates, double> distance)
    {
        double least = double.PositiveInfinity;
        DataPoint nearest = DataPoint.None;
        foreach (Coordinates point in points)
        {
            double away = distance(point);
            if (away < least)
                (least, nearest) = (away, new(point, index));
            index++;
        }
        return least <= reach ? nearest : DataPoint.None;
    }
}
