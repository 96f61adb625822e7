namespace Experiments.CommandLine;

/// <summary>Exit codes, for scripts.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;
    public const int SomeCellsFailed = 3;
    public const int ClaimRefuted = 4;
    public const int BadData = 5;
    public const int Interrupted = 130;
}
