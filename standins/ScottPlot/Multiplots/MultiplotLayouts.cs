namespace ScottPlot
{
    /// <summary>One or several cells of a grid of equal ones.</summary>
    public class GridCell(int rowIndex, int colIndex, int rowCount, int colCount, int rowSpan = 1, int colSpan = 1)
    {
        private readonly FractionRect place = new(
            1.0 / colCount * colIndex, 1.0 / rowCount * rowIndex, 1.0 / colCount * colSpan, 1.0 / rowCount * rowSpan);

        public PixelRect GetRect(PixelRect figureRect) => place.GetPixelRect(figureRect.Width, figureRect.Height);
    }
}

namespace ScottPlot.MultiplotLayouts
{
    /// <summary>One below the other.</summary>
    public class Rows : IMultiplotLayout
    {
        public PixelRect[] GetSubplotRectangles(SubplotCollection subplots, PixelRect figureRect)
        {
            double height = 1.0 / subplots.Count;
            return Enumerable.Range(0, subplots.Count).Select(i => new FractionRect(0, height * i, 1, height).GetPixelRect(figureRect)).ToArray();
        }
    }

    /// <summary>Side by side.</summary>
    public class Columns : IMultiplotLayout
    {
        public PixelRect[] GetSubplotRectangles(SubplotCollection subplots, PixelRect figureRect)
        {
            double width = 1.0 / subplots.Count;
            return Enumerable.Range(0, subplots.Count).Select(i => new FractionRect(width * i, 0, width, 1).GetPixelRect(figureRect)).ToArray();
        }
    }

    /// <summary>In rows and columns, row by row.</summary>
    public class Grid(int rows, int columns) : IMultiplotLayout
    {
        public PixelRect[] GetSubplotRectangles(SubplotCollection subplots, PixelRect figureRect)
        {
            (double width, double height) = (1.0 / columns, 1.0 / rows);
            return Enumerable.Range(0, subplots.Count)
                .Select(i => new FractionRect(width * (i % columns), height * (i / columns), width, height).GetPixelRect(figureRect))
                .ToArray();
        }
    }

    /// <summary>Every plot in a cell given for it.</summary>
    public class CustomGrid : IMultiplotLayout
    {
        private readonly Dictionary<Plot, GridCell> cells = [];

        public void Set(Plot plot, GridCell gridCell) => cells[plot] = gridCell;

        public PixelRect[] GetSubplotRectangles(SubplotCollection subplots, PixelRect figureRect) =>
            Array.ConvertAll(subplots.GetPlots(), p => cells.TryGetValue(p, out GridCell? cell) ? cell.GetRect(figureRect) : PixelRect.NaN);
    }
}
