namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public enum NonLinearities
            {
                ReLU = 0,
                Tanh = 1,
            }

            public static RNN RNN(
                long inputSize, long hiddenSize, long numLayers = 1, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true, bool batchFirst = false, double dropout = 0.0,
                bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, numLayers, nonLinearity, bias, batchFirst, dropout, bidirectional, device, dtype);
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op RNNTanh = new("rnn_tanh.input");
        internal static readonly Op RNNTanhPacked = new("rnn_tanh.data");
        internal static readonly Op RNNReLU = new("rnn_relu.input");
        internal static readonly Op RNNReLUPacked = new("rnn_relu.data");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A plain recurrent network (Elman, 1990). Input (length, batch, features), or (batch, length, features) with batchFirst.</summary>
    public sealed class RNN : torch.nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
    {
        private readonly RecurrentStack _stack;
        private readonly bool _relu;

        internal RNN(
            long inputSize, long hiddenSize, long numLayers, torch.nn.NonLinearities nonLinearity, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device,
            ScalarType? dtype)
            : base(IntPtr.Zero, IntPtr.Zero)
        {
            _stack = new RecurrentStack(1, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional);
            _relu = nonLinearity == torch.nn.NonLinearities.ReLU;
            foreach (var (name, parameter) in _stack.Create())
                register_parameter(name, parameter);
            var (targetDevice, targetType) = GetDefaultDeviceAndType(device, dtype);
            _to(targetDevice, targetType, false);
        }

        public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
        {
            h0 ??= _stack.Zeros(input);
            _stack.Check(input, 3, input.shape[_stack.BatchDimension], h0);
            return (_relu ? NnAten.RNNReLU : NnAten.RNNTanh).Call2(
                input, h0, _stack.Flat, _stack.Bias, _stack.Layers, _stack.Dropout, training, _stack.Bidirectional, _stack.BatchFirst);
        }

        public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0!);

        public (torch.nn.utils.rnn.PackedSequence, Tensor) call(torch.nn.utils.rnn.PackedSequence input, Tensor? h0 = null)
        {
            h0 ??= _stack.Zeros(input);
            _stack.Check(input.data, 2, input.LargestBatch, h0);
            var (data, h) = (_relu ? NnAten.RNNReLUPacked : NnAten.RNNTanhPacked).Call2(
                input.data, input.batch_sizes, input.Sort(h0), _stack.Flat, _stack.Bias, _stack.Layers, _stack.Dropout, training, _stack.Bidirectional);
            return (input.WithData(data), input.Unsort(h));
        }

        // There is something to arrange only for cuDNN.
        public void flatten_parameters() => _stack.Follow(this);

        public Parameter? get_weight_ih(long idx) => _stack.Get($"weight_ih_l{idx}");

        public Parameter? get_weight_hh(long idx) => _stack.Get($"weight_hh_l{idx}");

        public Parameter? get_bias_ih(long idx) => _stack.Get($"bias_ih_l{idx}");

        public Parameter? get_bias_hh(long idx) => _stack.Get($"bias_hh_l{idx}");

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
