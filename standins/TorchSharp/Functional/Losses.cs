namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Broadcast(NnAten.MSELoss, input, target, (long)reduction);

            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                NnAten.L1Loss.Call(input, target, (long)reduction);

            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1.0) =>
                Broadcast(NnAten.SmoothL1Loss, input, target, (long)reduction, beta);

            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1.0, Reduction reduction = Reduction.Mean) =>
                Broadcast(NnAten.HuberLoss, input, target, (long)reduction, delta);

            // mse_loss and its kin let shapes differ as far as they broadcast.
            private static Tensor Broadcast(Op loss, Tensor input, Tensor target, Arg reduction, Arg more)
            {
                if (HaveSameShape(input, target))
                    return loss.Call(input, target, reduction, more);
                var both = NnAten.BroadcastTensors.CallList(new[] { input, target });
                using var wideInput = both[0];
                using var wideTarget = both[1];
                return loss.Call(wideInput, wideTarget, reduction, more);
            }

            private static Tensor Broadcast(Op loss, Tensor input, Tensor target, Arg reduction)
            {
                if (HaveSameShape(input, target))
                    return loss.Call(input, target, reduction);
                var both = NnAten.BroadcastTensors.CallList(new[] { input, target });
                using var wideInput = both[0];
                using var wideTarget = both[1];
                return loss.Call(wideInput, wideTarget, reduction);
            }

            private static bool HaveSameShape(Tensor one, Tensor other) => one.shape.AsSpan().SequenceEqual(other.shape);
        }
    }
}

internal static partial class NnAten
{
    internal static readonly Op MSELoss = new("mse_loss");
    internal static readonly Op L1Loss = new("l1_loss");
    internal static readonly Op SmoothL1Loss = new("smooth_l1_loss");
    internal static readonly Op HuberLoss = new("huber_loss");
    internal static readonly Op BroadcastTensors = new("broadcast_tensors");
}
