namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static Conv1d Conv1d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, [kernel_size], [stride], [padding], null, [dilation], groups, bias, padding_mode,
                    device, dtype);

            public static Conv1d Conv1d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, [kernel_size], [stride], null, padding, [dilation], groups, bias, padding_mode,
                    device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A convolution over sequences: input (batch, channels, length), the batch being optional.</summary>
    public sealed class Conv1d : Convolution
    {
        internal Conv1d(
            long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation,
            long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
            : base(
                nameof(Conv1d), in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, false, new long[1], groups, bias,
                padding_mode, device, dtype)
        {
        }

        public override Tensor forward(Tensor input)
        {
            if (!ValidateShape(input, 1))
                throw new ArgumentException($"Expected 2D (unbatched) or 3D (batched) input with {in_channels} channels to Conv1d.");
            if (padding_mode != PaddingModes.Zeros)
            {
                using var padded = torch.nn.functional.pad(input, _reversed_padding_repeated_twice, padding_mode);
                return torch.nn.functional.conv1d(padded, weight, bias, stride[0], 0, dilation[0], groups);
            }

            return padding_type is { } kind
                ? torch.nn.functional.conv1d_padding(input, weight, bias, stride[0], kind, dilation[0], groups)
                : torch.nn.functional.conv1d(input, weight, bias, stride[0], padding![0], dilation[0], groups);
        }
    }
}
