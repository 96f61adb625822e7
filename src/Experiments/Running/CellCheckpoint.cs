using System.Diagnostics;

namespace Experiments.Running;

/// <summary>Saves one cell's training at the ends of epochs, seldom enough to cost next to nothing.</summary>
/// <param name="cell">The cell.</param>
/// <param name="checkpoint">Where it is saved.</param>
/// <param name="every">Least time between two checkpoints, and before the first; zero for one after every epoch.</param>
/// <param name="observer">Hears if the training continues from a checkpoint, and if one cannot be written.</param>
internal sealed class CellCheckpoint(PlannedCell cell, Checkpoint checkpoint, TimeSpan every, IRunObserver observer)
{
    // A checkpoint that takes long to write is written less often: at most this fraction of the time goes there.
    private const double MostOfTheTime = 0.05;

    private readonly Stopwatch sinceLast = Stopwatch.StartNew();
    private TimeSpan writing; // how long the last one took
    private bool complained;

    /// <summary>Puts a training back as it was saved.</summary>
    /// <returns>Epochs completed by then; 0 if nothing was saved.</returns>
    public int Load(Action<BinaryReader> training)
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

        void State(BinaryReader reader)
        {
            epoch = reader.ReadInt32();
            training(reader);
        }
    }

    /// <summary>Saves a training if it is time.</summary>
    public void Save(int epoch, Action<BinaryWriter> training)
    {
        if (every > TimeSpan.Zero && (sinceLast.Elapsed < every || sinceLast.Elapsed < writing / MostOfTheTime))
        {
            return;
        }

        var clock = Stopwatch.StartNew();
        try
        {
            checkpoint.Write(writer =>
            {
                writer.Write(epoch);
                training(writer);
            });
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Complain(problem);
        }

        writing = clock.Elapsed;
        sinceLast.Restart();
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
