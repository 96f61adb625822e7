using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean,
                double label_smoothing = 0.0) =>
                NnAten.CrossEntropy.Call(input, target, Arg.Maybe(weight), (long)reduction, ignore_index, label_smoothing);

            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                if (input.dim() < 2)
                    throw new ExternalException($"Expected 2 or more dimensions (got {input.dim()})");
                if (target.dim() == 0 || input.shape[0] != target.shape[0])
                {
                    throw new ExternalException(
                        $"Expected input batch_size ({input.shape[0]}) to match target batch_size ({(target.dim() == 0 ? 0 : target.shape[0])}).");
                }

                return NnAten.NLLLoss.Call(input, target, Arg.Maybe(weight), (long)reduction, -100L);
            }

            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                if (!HaveSameShape(input, target))
                {
                    throw new ExternalException(
                        $"Using a target size ({Text(target.shape)}) that is different to the input size ({Text(input.shape)}) is deprecated. "
                        + "Please ensure they have the same size.");
                }

                return NnAten.BCELoss.Call(input, target, Arg.Maybe(weight), (long)reduction);
            }

            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
            {
                if (!HaveSameShape(input, target))
                    throw new ExternalException($"Target size ({Text(target.shape)}) must be the same as input size ({Text(input.shape)})");
                return NnAten.BCEWithLogitsLoss.Call(input, target, Arg.Maybe(weight), Arg.Maybe(pos_weights), (long)reduction);
            }

            public static Tensor hinge_embedding_loss(Tensor input, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                NnAten.HingeEmbeddingLoss.Call(input, target, margin, (long)reduction);

            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                NnAten.SoftMarginLoss.Call(input, target, (long)reduction);

            public static Tensor multi_margin_loss(
                Tensor input, Tensor target, int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                if (p is not (1 or 2))
                    throw new ExternalException("only p == 1 and p == 2 supported");
                return NnAten.MultiMarginLoss.Call(input, target, (Scalar)(long)p, (Scalar)margin, Arg.Maybe(weight), (long)reduction);
            }

            public static Tensor multi_label_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                NnAten.MultiLabelMarginLoss.Call(input, target, (long)reduction);

            public static Tensor multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var loss = -(target * logsigmoid(input) + (1 - target) * logsigmoid(-input));
                if (weight is not null)
                    loss *= weight;
                return Reduce(loss.mean([-1]), reduction).MoveToOuterDisposeScope();
            }

            public static Tensor ctc_loss(
                Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, long blank = 0, bool zero_infinity = false,
                Reduction reduction = Reduction.Mean) =>
                NnAten.CTCLoss.Call(log_probs, targets, input_lengths, target_lengths, blank, (long)reduction, zero_infinity);

            private static Tensor Reduce(Tensor loss, Reduction reduction) => reduction switch
            {
                Reduction.Mean => loss.mean(),
                Reduction.Sum => loss.sum(),
                _ => loss,
            };

            private static string Text(long[] shape) => $"[{string.Join(", ", shape)}]";
        }
    }
}

internal static partial class NnAten
{
    internal static readonly Op CrossEntropy = new("cross_entropy_loss");
    internal static readonly Op NLLLoss = new("nll_loss_nd");
    internal static readonly Op BCELoss = new("binary_cross_entropy");
    internal static readonly Op BCEWithLogitsLoss = new("binary_cross_entropy_with_logits");
    internal static readonly Op HingeEmbeddingLoss = new("hinge_embedding_loss");
    internal static readonly Op SoftMarginLoss = new("soft_margin_loss");
    internal static readonly Op MultiMarginLoss = new("multi_margin_loss");
    internal static readonly Op MultiLabelMarginLoss = new("multilabel_margin_loss");
    internal static readonly Op CTCLoss = new("ctc_loss.Tensor");
}
