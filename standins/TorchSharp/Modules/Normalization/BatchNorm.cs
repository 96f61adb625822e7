namespace TorchSharp.Modules;

/// <summary>Normalizes every channel over the batch while training, and by running statistics afterwards (Ioffe and Szegedy, 2015).</summary>
public abstract class BatchNorm : NormBase
{
    public BatchNorm(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        var share = momentum ?? 0.0; // of the new batch in the running statistics
        if (training && track_running_stats && num_batches_tracked is { } batches)
        {
            batches.add_(1);
            share = momentum ?? 1.0 / batches.ToDouble();
        }

        var useBatch = training || (running_mean is null && running_var is null);
        var passStatistics = !training || track_running_stats;
        return torch.nn.functional.batch_norm(
            input, passStatistics ? running_mean : null, passStatistics ? running_var : null, weight, bias, useBatch, share, eps);
    }
}
