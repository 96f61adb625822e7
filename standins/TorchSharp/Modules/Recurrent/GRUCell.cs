namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static GRUCell GRUCell(
                long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, bias, device, dtype);
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op GRUCell = new("gru_cell");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>One step of gated recurrent units.</summary>
    public sealed class GRUCell : torch.nn.Module<Tensor, Tensor?, Tensor>
    {
        private readonly RecurrentCell _cell;

        internal GRUCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype)
            : base(IntPtr.Zero, IntPtr.Zero)
        {
            _cell = new RecurrentCell(3, inputSize, hiddenSize, bias);
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
            return NnAten.GRUCell.Call(
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
