namespace Experiments.CommandLine;

/// <summary>How the program ends, for scripts.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;
    public const int SomeCellsFailed = 3;
    public const int NotBorneOut = 4;
    public const int BadData = 5;
    public const int Interrupted = 130;
}
