namespace ScottPlot;

public class SavedImageInfo(string path, int fileSize)
{
    private RenderDetails details;

    public string Path { get; } = System.IO.Path.GetFullPath(path);
    public int FileSize { get; } = fileSize;

    public SavedImageInfo WithRenderDetails(RenderDetails renderDetails)
    {
        details = renderDetails;
        return this;
    }

    public void ConsoleWritePath() => Console.WriteLine(Path);

    public override string ToString() =>
        $"Saved Image [{details.FigureRect.Width}x{details.FigureRect.Height}] ({FileSize * .001} kB) {Path}";
}
