using Experiments.Data;
using Experiments.Models;
using Experiments.Training;

namespace Experiments.Running;

/// <summary>The data set as tensors, one set of them per split that the variants ask for.</summary>
/// <param name="data">The data set.</param>
internal sealed class ImageStore(DataSet data) : IDisposable
{
    private readonly Dictionary<string, SplitImages> whole = [];
    private readonly Dictionary<(string Split, int Training), SplitImages> perCut = [];

    /// <summary>The images of the settings' split. Any thread may ask.</summary>
    public SplitImages Of(Settings settings)
    {
        lock (perCut)
        {
            using var section = NativeSection.Enter();
            if (!whole.TryGetValue(settings.Split, out var images))
            {
                var parts = Plan.Cut(settings with { TrainingImages = null }, data);
                whole[settings.Split] = images = new(new(parts.Training), new(parts.Validation), new(parts.Test));
            }

            var count = Plan.Cut(settings, data).Training.Count;
            if (count == images.Training.Inputs.shape[0])
            {
                return images;
            }

            if (!perCut.TryGetValue((settings.Split, count), out var cut))
            {
                perCut[(settings.Split, count)] = cut = images with { Training = images.Training.First(count) };
            }

            return cut;
        }
    }

    public void Dispose()
    {
        foreach (var cut in perCut.Values)
        {
            cut.Training.Dispose();
        }

        foreach (var images in whole.Values)
        {
            images.Training.Dispose();
            images.Validation.Dispose();
            images.Test.Dispose();
        }
    }
}
