using Spectre.Console;

namespace Experiments.CommandLine.Output;

/// <summary>Spectre.Console over a stream of text, with escapes only where they are wanted.</summary>
internal static class Ansi
{
    /// <summary>A console that writes to a stream.</summary>
    public static IAnsiConsole Console(TextWriter output, bool color, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = color ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = color ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width;
        return console;
    }
}
