using Experiments.Data;

namespace Experiments.Tests.Data;

/// <summary>Softmax regression written out in loops: a yardstick for how hard images are that shares nothing with the engine.</summary>
internal static class LinearClassifier
{
    private const int Classes = 10;

    // Falls to 0 along the way, or the last few images would have too much of a say.
    private const float LearningRate = 0.05f;

    /// <summary>The part of the test images that it tells right after going through the training images once.</summary>
    public static double TestAccuracy(DataSet data)
    {
        int size = data.Training.Height * data.Training.Width;
        var weights = new float[Classes][];
        for (int c = 0; c < Classes; c++)
        {
            weights[c] = new float[size + 1];
        }

        var pixels = new float[size + 1];
        var scores = new float[Classes];
        for (int i = 0; i < data.Training.Count; i++)
        {
            float rate = LearningRate * (1 - ((float)i / data.Training.Count));
            Score(data.Training, i, weights, pixels, scores);
            float most = scores.Max();
            float sum = 0;
            for (int c = 0; c < Classes; c++)
            {
                sum += scores[c] = MathF.Exp(scores[c] - most);
            }

            for (int c = 0; c < Classes; c++)
            {
                float pull = -rate * ((scores[c] / sum) - (c == data.Training.Labels.Span[i] ? 1 : 0));
                for (int k = 0; k < pixels.Length; k++)
                {
                    weights[c][k] += pull * pixels[k];
                }
            }
        }

        int right = Enumerable.Range(0, data.Test.Count).Count(i =>
        {
            Score(data.Test, i, weights, pixels, scores);
            return Array.IndexOf(scores, scores.Max()) == data.Test.Labels.Span[i];
        });
        return (double)right / data.Test.Count;
    }

    // The last input is 1: its weight is the bias.
    private static void Score(ImageSet images, int index, float[][] weights, float[] pixels, float[] scores)
    {
        ReadOnlySpan<byte> image = images.Slice(index, 1).Pixels.Span;
        for (int k = 0; k < image.Length; k++)
        {
            pixels[k] = image[k] / 255f;
        }

        pixels[^1] = 1;
        for (int c = 0; c < Classes; c++)
        {
            float sum = 0;
            for (int k = 0; k < pixels.Length; k++)
            {
                sum += weights[c][k] * pixels[k];
            }

            scores[c] = sum;
        }
    }
}
