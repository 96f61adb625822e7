using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // A normalization by fixed statistics is a scale and a shift, which the layer before it can take over.
        public static partial class utils
        {
            public static (Parameter weight, Parameter bias) fuse_conv_bn_weights(
                Tensor conv_w, Tensor? conv_b, Tensor bn_rm, Tensor bn_rv, double bn_eps, Tensor? bn_w, Tensor? bn_b, bool transpose = false)
            {
                using var scope = NewDisposeScope();
                var weightType = conv_w.dtype;
                var biasType = conv_b?.dtype ?? weightType;
                conv_b ??= zeros_like(bn_rm);
                bn_w ??= ones_like(bn_rm);
                bn_b ??= zeros_like(bn_rm);
                var shape = conv_w.shape.Select(_ => 1L).ToArray();
                shape[transpose ? 1 : 0] = -1;
                var scale = bn_w * rsqrt(bn_rv + bn_eps);
                var weight = new Parameter((conv_w * scale.reshape(shape)).to(weightType).detach(), conv_w.requires_grad);
                var bias = new Parameter(((conv_b - bn_rm) * scale + bn_b).to(biasType).detach(), conv_b.requires_grad);
                return scope.MoveToOuter(weight, bias);
            }

            public static (Parameter weight, Parameter bias) fuse_linear_bn_weights(
                Tensor linear_w, Tensor? linear_b, Tensor bn_rm, Tensor bn_rv, double bn_eps, Tensor bn_w, Tensor bn_b)
            {
                using var scope = NewDisposeScope();
                linear_b ??= zeros_like(bn_rm);
                var scale = bn_w * rsqrt(bn_rv + bn_eps);
                var weight = new Parameter((linear_w * scale.unsqueeze(-1)).detach(), linear_w.requires_grad);
                var bias = new Parameter(((linear_b - bn_rm) * scale + bn_b).detach(), linear_b.requires_grad);
                return scope.MoveToOuter(weight, bias);
            }

            public static Linear fuse_linear_bn_eval(Linear linear, BatchNorm bn)
            {
                if (linear.training || bn.training)
                    throw new InvalidOperationException("Fusing operators is valid only for eval mode.");
                var (weight, bias) = fuse_linear_bn_weights(
                    linear.weight, linear.bias, bn.running_mean!, bn.running_var!, bn.eps, bn.weight, bn.bias!);
                return Linear(weight, bias);
            }
        }
    }
}
