namespace TorchSharp.Modules;

/// <summary>Normalizes every channel of every example by itself (Ulyanov et al., 2016).</summary>
public abstract class InstanceNorm : NormBase
{
    public InstanceNorm(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(num_features, eps, momentum ?? 0.1, affine, track_running_stats, device, dtype, name)
    {
    }

    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        var channelDimension = (int)(input.ndim - GetNumberOfBatchDimensions());
        var channels = input.shape[channelDimension];
        if (channels != num_features)
        {
            throw new ArgumentException(
                $"expected input's size at dim={channelDimension} to match num_features ({num_features}), but got: {channels}.");
        }

        if (channelDimension > 0)
            return Normalize(input);
        using var batch = input.unsqueeze(0);
        using var normalized = Normalize(batch);
        return normalized.squeeze(0);
    }

    protected abstract long GetNumberOfBatchDimensions();

    private Tensor Normalize(Tensor input) => torch.nn.functional.instance_norm(
        input, running_mean, running_var, weight, bias, training || !track_running_stats, momentum ?? 0.1, eps);
}
