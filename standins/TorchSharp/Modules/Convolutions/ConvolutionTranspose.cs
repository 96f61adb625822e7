namespace TorchSharp.Modules;

/// <summary>Convolutions whose forward is the gradient of an ordinary one's.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    protected ConvolutionTranspose(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type,
        long[] dilation, bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device = null,
        ScalarType? dtype = null)
        : base(
            name, in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, transposed, output_padding, groups, bias,
            padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input) => forward(input, null);

    public abstract Tensor forward(Tensor input, long[]? output_size);

    // Several sizes of output lead back to the same input when the stride is above 1: this is what is added to the smallest.
    protected long[] _output_padding(
        Tensor input, long[]? output_size, long[] kernel_size, long[] stride, long[] padding, long[] dilation, long num_spatial_dims)
    {
        if (output_size is null)
            return [output_padding[0]];
        var rank = (int)input.dim();
        var first = rank == num_spatial_dims + 2 ? 2 : 1;
        if (output_size.Length == first + num_spatial_dims)
            output_size = output_size[first..];
        if (output_size.Length != num_spatial_dims)
        {
            throw new ArgumentException(
                $"ConvTranspose{num_spatial_dims}D: for {rank}D input, output_size must have {num_spatial_dims} or {first + num_spatial_dims} "
                + $"elements (got {output_size.Length})",
                nameof(input));
        }

        var shape = input.shape;
        var added = new long[num_spatial_dims];
        for (var d = 0; d < added.Length; d++)
        {
            var smallest = (shape[d + first] - 1) * stride[d] - 2 * padding[d] + dilation[d] * (kernel_size[d] - 1) + 1;
            var largest = smallest + stride[d] - 1;
            if (output_size[d] < smallest || output_size[d] > largest)
                throw new ArgumentException($"Requested an output size of {output_size}, but valid sizes range from {smallest} to {largest}");
            added[d] = output_size[d] - smallest;
        }

        return added;
    }
}
