using ScottPlot.DataSources;
using ScottPlot.Plottables;

namespace ScottPlot;

// Lines, areas, markers and whatever explains them.
public partial class PlottableAdder
{
    // ---- areas ----

    public FillY FillY(double[] xs, double[] ys1, double[] ys2)
    {
        List<(double, double, double)> data = [];
        for (int i = 0; i < xs.Length; i++)
            data.Add((xs[i], ys1[i], ys2[i]));
        return FillY(data);
    }

    public FillY FillY(Scatter scatter1, Scatter scatter2) => Added(new FillY(scatter1, scatter2) { FillColor = GetNextColor() });
    public FillY FillY(ICollection<(double X, double Top, double Bottom)> data) => FillY(data, item => item);

    public FillY FillY<T>(ICollection<T> data, Func<T, (double X, double Top, double Bottom)> function)
    {
        FillY fill = new() { FillColor = GetNextColor() };
        fill.SetDataSource(data, function);
        return Added(fill);
    }

    public Polygon Polygon(Coordinates[] coordinates)
    {
        Color color = GetNextColor();
        return Added(new Polygon(coordinates) { LineColor = color, FillColor = color.WithAlpha(.5) });
    }

    public Polygon Polygon<TX, TY>(IEnumerable<TX> xs, IEnumerable<TY> ys) => Polygon(Coordinates.Zip(Numbers.ToDoubles(xs), Numbers.ToDoubles(ys)));

    // Y1 is the upper end here and the lower one in the other overload, as in the package
    public Rectangle Rectangle(CoordinateRect rect) => Rectangle(rect.Left, rect.Right, rect.Top, rect.Bottom);

    public Rectangle Rectangle(double left, double right, double bottom, double top)
    {
        Color color = GetNextColor();
        return Added(new Rectangle { X1 = left, X2 = right, Y1 = bottom, Y2 = top, LineColor = color, FillColor = color.WithAlpha(.5) });
    }

    public HorizontalSpan HorizontalSpan(double x1, double x2, Color? color = null) => Coloured(new HorizontalSpan { X1 = x1, X2 = x2 }, color);
    public VerticalSpan VerticalSpan(double y1, double y2, Color? color = null) => Coloured(new VerticalSpan { Y1 = y1, Y2 = y2 }, color);

    private T Coloured<T>(T span, Color? color)
        where T : AxisSpan
    {
        span.FillColor = color ?? GetNextColor().WithAlpha(.2);
        span.LineColor = span.FillColor.WithAlpha(.5);
        return Added(span);
    }

    public Ellipse Circle(Coordinates center, double radius) => Ellipse(center, radius, radius);
    public Ellipse Circle(double xCenter, double yCenter, double radius) => Circle(new Coordinates(xCenter, yCenter), radius);

    public Ellipse Ellipse(double xCenter, double yCenter, double radiusX, double radiusY, Angle? rotation = null) =>
        Ellipse(new Coordinates(xCenter, yCenter), radiusX, radiusY, rotation);

    public Ellipse Ellipse(Coordinates center, double radiusX, double radiusY, Angle? rotation = null) => Added(new Ellipse
    {
        Center = center,
        RadiusX = radiusX,
        RadiusY = radiusY,
        Rotation = rotation ?? Angle.FromDegrees(0),
        LineColor = GetNextColor(),
    });

    // ---- lines ----

    public LinePlot Line(CoordinateLine line) => Line(line.Start, line.End);
    public LinePlot Line(double x1, double y1, double x2, double y2) => Line(new Coordinates(x1, y1), new Coordinates(x2, y2));

    public LinePlot Line(Coordinates start, Coordinates end)
    {
        LinePlot line = new() { Start = start, End = end, LineColor = GetNextColor() };
        line.MarkerFillColor = line.LineColor;
        return Added(line);
    }

    public HorizontalLine HorizontalLine(double y, float width = 2, Color? color = null, LinePattern pattern = default)
    {
        HorizontalLine line = Coloured(new HorizontalLine { Y = y }, width, color, pattern);
        line.LabelFontColor = Colors.White;
        return line;
    }

    public VerticalLine VerticalLine(double x, float width = 2, Color? color = null, LinePattern pattern = default) =>
        Coloured(new VerticalLine { X = x }, width, color, pattern);

    private T Coloured<T>(T line, float width, Color? color, LinePattern pattern)
        where T : AxisLine
    {
        line.LineWidth = width;
        line.LineColor = color ?? GetNextColor();
        line.LabelBackgroundColor = line.LineColor;
        line.LinePattern = pattern;
        return Added(line);
    }

    public Crosshair Crosshair(double x, double y)
    {
        Crosshair crosshair = new() { Position = new(x, y) };
        crosshair.LineColor = crosshair.TextColor = GetNextColor();
        return Added(crosshair);
    }

    public Arrow Arrow(double xBase, double yBase, double xTip, double yTip) => Arrow(new Coordinates(xBase, yBase), new Coordinates(xTip, yTip));
    public Arrow Arrow(CoordinateLine line) => Arrow(line.Start, line.End);

    public Arrow Arrow(Coordinates arrowBase, Coordinates arrowTip)
    {
        Color color = GetNextColor();
        return Added(new Arrow { Base = arrowBase, Tip = arrowTip, ArrowLineColor = color, ArrowFillColor = color.WithAlpha(.3) });
    }

    // ---- markers and images ----

    public Marker Marker(Coordinates location, MarkerShape shape = MarkerShape.FilledCircle, float size = 10, Color? color = null) =>
        Added(new Marker { MarkerShape = shape, MarkerSize = size, Color = color ?? GetNextColor(), Location = location });

    public Marker Marker(double x, double y, MarkerShape shape = MarkerShape.FilledCircle, float size = 10, Color? color = null) =>
        Marker(new Coordinates(x, y), shape, size, color);

    public Markers Markers(double[] xs, double[] ys, MarkerShape shape = MarkerShape.FilledCircle, float size = 10, Color? color = null) =>
        Markers(new ScatterSourceDoubleArray(xs, ys), shape, size, color);

    public Markers Markers(Coordinates[] coordinates, MarkerShape shape = MarkerShape.FilledCircle, float size = 10, Color? color = null) =>
        Markers(new ScatterSourceCoordinatesArray(coordinates), shape, size, color);

    public Markers Markers(List<Coordinates> coordinates, MarkerShape shape = MarkerShape.FilledCircle, float size = 10, Color? color = null) =>
        Markers(new ScatterSourceCoordinatesList(coordinates), shape, size, color);

    public Markers Markers<TX, TY>(TX[] xs, TY[] ys, MarkerShape shape = MarkerShape.FilledCircle, float size = 10, Color? color = null) =>
        Markers(new ScatterSourceGenericArray<TX, TY>(xs, ys), shape, size, color);

    public Markers Markers<TX, TY>(List<TX> xs, List<TY> ys, MarkerShape shape = MarkerShape.FilledCircle, float size = 10, Color? color = null) =>
        Markers(new ScatterSourceGenericList<TX, TY>(xs, ys), shape, size, color);

    private Markers Markers(IScatterSource source, MarkerShape shape, float size, Color? color) =>
        Added(new Markers(source) { MarkerShape = shape, MarkerSize = size, Color = color ?? GetNextColor() });

    public ImageMarker ImageMarker(Coordinates location, Image image, float scale = 1) =>
        Added(new ImageMarker { Location = location, Image = image, Scale = scale });

    public ImageRect ImageRect(Image image, CoordinateRect rect) => Added(new ImageRect { Image = image, Rect = rect });

    // ---- words ----

    public Text Text(string text, Coordinates location) => Text(text, location.X, location.Y);
    public Text Text(string text, double x, double y) => Added(new Text { LabelText = text ?? string.Empty, Location = new(x, y) });

    public Annotation Annotation(string text, Alignment alignment = Alignment.UpperLeft) => Added(new Annotation
    {
        Text = text,
        Alignment = alignment,
        LabelBackgroundColor = Colors.Yellow.WithAlpha(.75),
        LabelBorderColor = Colors.Black,
        LabelPadding = 5,
    });

    /// <summary>Large and faint, behind everything that is on the plot so far.</summary>
    public Annotation BackgroundText(string text, Color? color = null, double size = 48)
    {
        Annotation annotation = new()
        {
            Text = text,
            Alignment = Alignment.MiddleCenter,
            OffsetX = 0,
            OffsetY = 0,
            LabelFontColor = color ?? Colors.Gray.WithAlpha(.3),
            LabelFontSize = (float)size,
            LabelBackgroundColor = Colors.Transparent,
            LabelShadowColor = Colors.Transparent,
            LabelBorderColor = Colors.Transparent,
        };
        Plot.PlottableList.Insert(0, annotation);
        return annotation;
    }

    public (Annotation line1, Annotation line2) BackgroundText(string line1, string line2, Color? color = null, double size1 = 48, double size2 = 24)
    {
        Annotation first = BackgroundText(line1, color, size1), second = BackgroundText(line2, color, size2);
        (first.Alignment, first.FractionRect) = (Alignment.LowerCenter, FractionRect.Row(0, 2));
        (second.Alignment, second.FractionRect) = (Alignment.UpperCenter, FractionRect.Row(1, 2));
        return (first, second);
    }

    public Bracket Bracket(Coordinates point1, Coordinates point2, string? label = null) =>
        Added(new Bracket { Point1 = point1, Point2 = point2, Text = label ?? string.Empty });

    public Bracket Bracket(double x1, double y1, double x2, double y2, string? label = null) =>
        Bracket(new Coordinates(x1, y1), new Coordinates(x2, y2), label);

    public Bracket Bracket(CoordinateLine line, string? label = null) => Bracket(line.Start, line.End, label);

    public Callout Callout(string text, double textX, double textY, double tipX, double tipY) =>
        Callout(text, new Coordinates(textX, textY), new Coordinates(tipX, tipY));

    public Callout Callout(string text, Coordinates textLocation, Coordinates tipLocation)
    {
        Color color = GetNextColor();
        return Added(new Callout
        {
            Text = text,
            TextCoordinates = textLocation,
            TipCoordinates = tipLocation,
            ArrowLineColor = Colors.Transparent,
            ArrowFillColor = color,
            TextBackgroundColor = color.Lighten(.5),
            TextBorderColor = color,
            TextBorderWidth = 2,
            TextColor = Colors.Black,
            FontSize = 14,
        });
    }

    /// <summary>A legend as a plottable, besides the plot's own.</summary>
    public Legend Legend() => Added(new Legend(Plot));
}
