using Spectre.Console;

namespace Experiments.CommandLine.Output;

/// <summary>Spectre.Console over a stream of text.</summary>
internal static class Ansi
{
    /// <summary>A console. It writes escapes for styles and for what is drawn over itself: plain text needs plain styles.</summary>
    /// <param name="output">The stream.</param>
    /// <param name="color">Whether colours may be used.</param>
    /// <param name="width">Columns; those of the terminal if not given.</param>
    public static IAnsiConsole Console(TextWriter output, bool color, int? width = null)
    {
        var console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.Yes, // without it the console of the process is asked for its colours, and gets escapes for that
            Interactive = InteractionSupport.Yes,
            ColorSystem = color ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width ?? console.Profile.Width;
        return console;
    }
}
