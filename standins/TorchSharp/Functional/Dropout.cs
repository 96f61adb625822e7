using System.Globalization;
using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            // The mask comes from the process-wide generator.
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                CheckProbability(p);
                return inplace ? NnAten.DropoutInPlace.InPlace(input, p, training) : NnAten.Dropout.Call(input, p, training);
            }

            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                dropout2d(input.unsqueeze(-1), p, training, inplace).squeeze(-1);

            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                WholeChannels(input, 4, p, training, inplace);

            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                WholeChannels(input, 5, p, training, inplace);

            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false)
            {
                CheckProbability(p);
                return inplace ? NnAten.AlphaDropoutInPlace.InPlace(input, p, training) : NnAten.AlphaDropout.Call(input, p, training);
            }

            public static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false)
            {
                CheckProbability(p);
                return inplace ? NnAten.FeatureAlphaDropoutInPlace.InPlace(input, p, training) : NnAten.FeatureAlphaDropout.Call(input, p, training);
            }

            // A tensor of another rank than a batch's is one example.
            private static Tensor WholeChannels(Tensor input, long batchRank, double p, bool training, bool inplace)
            {
                CheckProbability(p);
                if (inplace)
                {
                    using var batch = input.dim() == batchRank ? input.alias() : input.unsqueeze(0);
                    NnAten.FeatureDropoutInPlace.Run(batch, p, training);
                    return input.alias();
                }

                if (input.dim() == batchRank)
                    return NnAten.FeatureDropout.Call(input, p, training);
                using var single = input.unsqueeze(0);
                using var dropped = NnAten.FeatureDropout.Call(single, p, training);
                return dropped.squeeze(0);
            }

            private static void CheckProbability(double p)
            {
                if (!(p >= 0 && p <= 1))
                    throw new ExternalException($"dropout probability has to be between 0 and 1, but got {p.ToString(CultureInfo.InvariantCulture)}");
            }
        }
    }
}

internal static partial class NnAten
{
    internal static readonly Op Dropout = new("dropout");
    internal static readonly Op DropoutInPlace = new("dropout_");
    internal static readonly Op AlphaDropout = new("alpha_dropout");
    internal static readonly Op AlphaDropoutInPlace = new("alpha_dropout_");
    internal static readonly Op FeatureDropout = new("feature_dropout");
    internal static readonly Op FeatureDropoutInPlace = new("feature_dropout_");
    internal static readonly Op FeatureAlphaDropout = new("feature_alpha_dropout");
    internal static readonly Op FeatureAlphaDropoutInPlace = new("feature_alpha_dropout_");
}
