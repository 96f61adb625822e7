namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static GRU GRU(
                long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0.0,
                bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op GRU = new("gru.input");
        internal static readonly Op GRUPacked = new("gru.data");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Gated recurrent units (Cho et al., 2014). Input (length, batch, features), or (batch, length, features) with batchFirst.</summary>
    public sealed class GRU : torch.nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
    {
        private readonly RecurrentStack _stack;

        internal GRU(
            long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device,
            ScalarType? dtype)
            : base(IntPtr.Zero, IntPtr.Zero)
        {
            _stack = new RecurrentStack(3, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional);
            foreach (var (name, parameter) in _stack.Create())
                register_parameter(name, parameter);
            var (targetDevice, targetType) = GetDefaultDeviceAndType(device, dtype);
            _to(targetDevice, targetType, false);
        }

        public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
        {
            h0 ??= _stack.Zeros(input);
            _stack.Check(input, 3, input.shape[_stack.BatchDimension], h0);
            return NnAten.GRU.Call2(
                input, h0, _stack.Flat, _stack.Bias, _stack.Layers, _stack.Dropout, training, _stack.Bidirectional, _stack.BatchFirst);
        }

        public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0!);

        public (torch.nn.utils.rnn.PackedSequence, Tensor) call(torch.nn.utils.rnn.PackedSequence input, Tensor? h0 = null)
        {
            h0 ??= _stack.Zeros(input);
            _stack.Check(input.data, 2, input.LargestBatch, h0);
            var (data, h) = NnAten.GRUPacked.Call2(
                input.data, input.batch_sizes, input.Sort(h0), _stack.Flat, _stack.Bias, _stack.Layers, _stack.Dropout, training, _stack.Bidirectional);
            return (input.WithData(data), input.Unsort(h));
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
