using Experiments.Data;
using Experiments.Training;

namespace Experiments.Running;

/// <summary>The data set as tensors, one set of them per split that the variants ask for.</summary>
/// <param name="data">The data set.</param>
internal sealed class ImageStore(DataSet data) : IDisposable
{
    private readonly Dictionary<string, (Images Training, Images Validation, Images Test)> perSplit = [];

    /// <summary>The images of the settings' split. Any thread may ask.</summary>
    public (Images Training, Images Validation, Images Test) Of(Settings settings)
    {
        var key = $"{settings.Split}:{settings.TrainingImages}";
        lock (perSplit)
        {
            if (!perSplit.TryGetValue(key, out var images))
            {
                var parts = Plan.Cut(settings, data);
                perSplit[key] = images = (new(parts.Training), new(parts.Validation), new(parts.Test));
            }

            return images;
        }
    }

    public void Dispose()
    {
        foreach (var (training, validation, test) in perSplit.Values)
        {
            training.Dispose();
            validation.Dispose();
            test.Dispose();
        }
    }
}
