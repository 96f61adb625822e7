using System.Diagnostics;
using Experiments.Networks;
using Experiments.Training;

namespace Experiments.Running;

/// <summary>Saves one cell's training at the ends of epochs, seldom enough to cost next to nothing.</summary>
/// <param name="cell">The cell.</param>
/// <param name="checkpoint">Where it is saved.</param>
/// <param name="every">Least time between two checkpoints, and before the first; zero for one after every epoch.</param>
/// <param name="rest">Passes over what belongs to the training beside the loop's own state.</param>
/// <param name="observer">Hears if the training continues from a checkpoint, and if one cannot be written.</param>
internal sealed class CellCheckpoint(
    PlannedCell cell, Checkpoint checkpoint, TimeSpan every, Action<StateStream> rest, IRunObserver observer) : ITrainingCheckpoints
{
    // A checkpoint that takes long to write is written less often: at most this fraction of the time goes there.
    private const double MostOfTheTime = 0.05;

    private readonly Stopwatch sinceLast = Stopwatch.StartNew();
    private TimeSpan writing; // how long the last one took
    private bool complained;

    /// <inheritdoc/>
    public int Restore(Action<StateStream> training)
    {
        var epoch = 0;
        try
        {
            if (checkpoint.Restore(State))
            {
                observer.Resumed(cell, epoch);
            }
        }
        catch
        {
            checkpoint.Remove(); // the next attempt is not to fail on it again
            throw;
        }

        return epoch;

        void State(StateStream stream)
        {
            epoch = stream.Keep(0);
            training(stream);
            rest(stream);
        }
    }

    /// <inheritdoc/>
    public void Keep(int epoch, Action<StateStream> training)
    {
        if (every > TimeSpan.Zero && (sinceLast.Elapsed < every || sinceLast.Elapsed < writing / MostOfTheTime))
        {
            return;
        }

        var clock = Stopwatch.StartNew();
        try
        {
            checkpoint.Write(State);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Complain(problem);
        }

        writing = clock.Elapsed;
        sinceLast.Restart();

        void State(StateStream stream)
        {
            stream.Keep(epoch);
            training(stream);
            rest(stream);
        }
    }

    // The training itself is as good as ever.
    private void Complain(Exception problem)
    {
        if (!complained)
        {
            observer.Noted($"{cell}", $"no checkpoint can be written, so an interruption will cost all of its training: {problem.Message}");
        }

        complained = true;
    }
}
