namespace Experiments.CommandLine.Progress;

/// <summary>
/// Ctrl-C and its kin. The first asks whatever runs to stop and, if that takes too long, leaves without it; the second leaves at once.
/// Either way the last words are said, once.
/// </summary>
internal sealed class Interrupt : IDisposable
{
    // The promise is an answer within 2 s.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly CancellationTokenSource source = new();
    private readonly List<IDisposable> registrations = [];
    private int spoken;

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>Says what is kept and how to go on.</summary>
    public Action OnInterrupted { private get; set; } = () => { };

    /// <summary>Answers signals from now on; until then they end the process as usual, which is what short verbs want.</summary>
    public void Listen()
    {
        if (registrations.Count == 0)
        {
            registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, Answer));
            registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Answer));
        }
    }

    /// <summary>Asks whatever runs to stop.</summary>
    public void Cancel() => source.Cancel();

    /// <summary>Says the last words if nobody has yet.</summary>
    public void NotifyInterrupted()
    {
        if (Interlocked.Exchange(ref spoken, 1) == 0)
        {
            OnInterrupted();
        }
    }

    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        source.Dispose();
    }

    private void Answer(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (source.IsCancellationRequested)
        {
            Leave();
        }

        Task.Delay(Patience).ContinueWith(_ => Leave(), TaskScheduler.Default);
        source.Cancel();
    }

    private void Leave()
    {
        NotifyInterrupted();
        if (OperatingSystem.IsWindows())
        {
            Environment.Exit(ExitCode.Interrupted);
        }

        // Not Environment.Exit: worker threads may be inside libtorch while its static objects would be torn down.
        LeaveNow(ExitCode.Interrupted);
    }

    [DllImport("libc", EntryPoint = "_exit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern void LeaveNow(int status);
}
