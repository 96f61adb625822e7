using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            // Scales all gradients by the same number so that their common norm is at most max_norm; returns the norm before.
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var scope = NewDisposeScope();
                using var untracked = no_grad();
                var grads = tensors.Select(parameter => parameter.grad).OfType<Tensor>().ToList();
                if (grads.Count == 0)
                    return 0;
                var total = norm_type == 0
                    ? torch.tensor((float)grads.Count)
                    : Norm(stack(grads.Select(grad => Norm(grad, norm_type)).ToArray()), norm_type);
                var scale = NnAten.ClampMax.Call(max_norm / (total + 1e-6), (Scalar)1.0);
                foreach (var grad in grads)
                    grad.mul_(scale);
                return total.ToDouble();
            }

            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var scope = NewDisposeScope();
                using var untracked = no_grad();
                foreach (var parameter in tensors)
                    parameter.grad?.clamp_(-clip_value, clip_value);
            }

            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                return cat(tensors.Select(parameter => parameter.view(-1)).ToArray()).MoveToOuterDisposeScope();
            }

            // The parameters' values become pieces of the vector: they share its memory.
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                var start = 0L;
                foreach (var parameter in tensors)
                {
                    var length = parameter.numel();
                    NnAten.SetDataInPlace.Run(parameter, vec.narrow(0, start, length).view(parameter.shape).detach());
                    start += length;
                }
            }

            private static Tensor Norm(Tensor tensor, double type) => NnAten.Norm.Call(tensor, (Scalar)type);
        }
    }
}

internal static partial class NnAten
{
    internal static readonly Op ClampMax = new("clamp_max");
    internal static readonly Op Norm = new("norm.Scalar");
    internal static readonly Op SetDataInPlace = new("set_data");
}
