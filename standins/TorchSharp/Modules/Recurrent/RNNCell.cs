namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static RNNCell RNNCell(
                long inputSize, long hiddenSize, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, nonLinearity, bias, device, dtype);
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op RNNTanhCell = new("rnn_tanh_cell");
        internal static readonly Op RNNReLUCell = new("rnn_relu_cell");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>One step of a plain recurrent network.</summary>
    public sealed class RNNCell : torch.nn.Module<Tensor, Tensor?, Tensor>
    {
        private readonly RecurrentCell _cell;
        private readonly bool _relu;

        internal RNNCell(long inputSize, long hiddenSize, torch.nn.NonLinearities nonLinearity, bool bias, Device? device, ScalarType? dtype)
            : base(IntPtr.Zero, IntPtr.Zero)
        {
            _cell = new RecurrentCell(1, inputSize, hiddenSize, bias);
            _relu = nonLinearity == torch.nn.NonLinearities.ReLU;
            foreach (var (name, parameter) in _cell.Create())
                register_parameter(name, parameter);
            var (targetDevice, targetType) = GetDefaultDeviceAndType(device, dtype);
            _to(targetDevice, targetType, false);
        }

        public Parameter? bias_ih
        {
            get => _cell.Get(nameof(bias_ih));
            set
            {
                _cell.Replace(nameof(bias_ih), value!);
                ConditionallyRegisterParameter(nameof(bias_ih), value);
            }
        }

        public Parameter? bias_hh
        {
            get => _cell.Get(nameof(bias_hh));
            set
            {
                _cell.Replace(nameof(bias_hh), value!);
                ConditionallyRegisterParameter(nameof(bias_hh), value);
            }
        }

        public Parameter? weight_ih
        {
            get => _cell.Get(nameof(weight_ih));
            set
            {
                _cell.Replace(nameof(weight_ih), value!);
                ConditionallyRegisterParameter(nameof(weight_ih), value);
            }
        }

        public Parameter? weight_hh
        {
            get => _cell.Get(nameof(weight_hh));
            set
            {
                _cell.Replace(nameof(weight_hh), value!);
                ConditionallyRegisterParameter(nameof(weight_hh), value);
            }
        }

        public override Tensor forward(Tensor input, Tensor? h0 = null)
        {
            h0 ??= _cell.Zeros(input);
            _cell.Check(input, h0);
            return (_relu ? NnAten.RNNReLUCell : NnAten.RNNTanhCell).Call(
                input, h0, _cell.InputWeight, _cell.HiddenWeight, Arg.Maybe(_cell.InputBias), Arg.Maybe(_cell.HiddenBias));
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing)
                _cell.Dispose();
        }
    }
}
