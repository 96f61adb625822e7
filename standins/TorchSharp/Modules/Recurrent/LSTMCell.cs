namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static LSTMCell LSTMCell(
                long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, bias, device, dtype);
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op LSTMCell = new("lstm_cell");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>One step of long short-term memory.</summary>
    public sealed class LSTMCell : torch.nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
    {
        private readonly RecurrentCell _cell;

        internal LSTMCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype)
            : base(IntPtr.Zero, IntPtr.Zero)
        {
            _cell = new RecurrentCell(4, inputSize, hiddenSize, bias);
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

        public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0)
        {
            var (h0, c0) = h0_c0 ?? (_cell.Zeros(input), _cell.Zeros(input));
            _cell.Check(input, h0, c0);
            return NnAten.LSTMCell.Call2(
                input, new[] { h0, c0 }, _cell.InputWeight, _cell.HiddenWeight, Arg.Maybe(_cell.InputBias), Arg.Maybe(_cell.HiddenBias));
        }

        public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing)
                _cell.Dispose();
        }
    }
}
