namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static LSTM LSTM(
                long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0.0,
                bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op LSTM = new("lstm.input");
        internal static readonly Op LSTMPacked = new("lstm.data");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Long short-term memory (Hochreiter and Schmidhuber, 1997). Input (length, batch, features), or (batch, length, features) with batchFirst.</summary>
    public sealed class LSTM : torch.nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
    {
        private readonly RecurrentStack _stack;

        internal LSTM(
            long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device,
            ScalarType? dtype)
            : base(IntPtr.Zero, IntPtr.Zero)
        {
            _stack = new RecurrentStack(4, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional);
            foreach (var (name, parameter) in _stack.Create())
                register_parameter(name, parameter);
            var (targetDevice, targetType) = GetDefaultDeviceAndType(device, dtype);
            _to(targetDevice, targetType, false);
        }

        public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
        {
            var (h0, c0) = h0_c0 ?? (_stack.Zeros(input), _stack.Zeros(input));
            _stack.Check(input, 3, input.shape[_stack.BatchDimension], h0, c0);
            return NnAten.LSTM.Call3(
                input, new[] { h0, c0 }, _stack.Flat, _stack.Bias, _stack.Layers, _stack.Dropout, training, _stack.Bidirectional, _stack.BatchFirst);
        }

        public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

        public (torch.nn.utils.rnn.PackedSequence, Tensor, Tensor) call(
            torch.nn.utils.rnn.PackedSequence input, (Tensor, Tensor)? h0_c0 = null)
        {
            var (h0, c0) = h0_c0 ?? (_stack.Zeros(input), _stack.Zeros(input));
            _stack.Check(input.data, 2, input.LargestBatch, h0, c0);
            var (data, h, c) = NnAten.LSTMPacked.Call3(
                input.data, input.batch_sizes, new[] { input.Sort(h0), input.Sort(c0) }, _stack.Flat, _stack.Bias, _stack.Layers, _stack.Dropout, training,
                _stack.Bidirectional);
            return (input.WithData(data), input.Unsort(h), input.Unsort(c));
        }

        // There is something to arrange only for cuDNN.
        public void flatten_parameters() => _stack.Follow(this);

        protected override void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
        {
            base._toEpilog(dtype, device, non_blocking);
            _stack.Follow(this);
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing)
                _stack.Dispose();
        }
    }
}
