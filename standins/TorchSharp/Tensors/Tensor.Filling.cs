namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op Zero_ = new("zero_");
    internal static readonly Op FillScalar_ = new("fill_.Scalar");
    internal static readonly Op FillTensor_ = new("fill_.Tensor");
    internal static readonly Op Copy_ = new("copy_");
    internal static readonly Op Clamp = new("clamp");
    internal static readonly Op ClampTensor = new("clamp.Tensor");
    internal static readonly Op Clamp_ = new("clamp_");
    internal static readonly Op ClampTensor_ = new("clamp_.Tensor");
    internal static readonly Op ClampMin = new("clamp_min");
    internal static readonly Op ClampMax = new("clamp_max");
    internal static readonly Op ClampMin_ = new("clamp_min_");
    internal static readonly Op ClampMax_ = new("clamp_max_");
    internal static readonly Op Addcmul = new("addcmul");
    internal static readonly Op Addcmul_ = new("addcmul_");
    internal static readonly Op Addcdiv = new("addcdiv");
    internal static readonly Op Addcdiv_ = new("addcdiv_");
    internal static readonly Op Lerp = new("lerp.Tensor");
    internal static readonly Op Lerp_ = new("lerp_.Tensor");
    internal static readonly Op LerpScalar = new("lerp.Scalar");
    internal static readonly Op LerpScalar_ = new("lerp_.Scalar");
    internal static readonly Op NanToNum = new("nan_to_num");
}

// Values set, bounded and mixed.
public static partial class torch
{
    public partial class Tensor
    {
        // Another object for the same tensor, as in the package.
        public Tensor zero_() => Aten.Zero_.InPlace(this);

        public Tensor fill_(Scalar value)
        {
            Aten.FillScalar_.Run(this, value);
            return this;
        }

        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            Aten.Copy_.Run(this, source, nonBlocking);
            return this;
        }

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Aten.Clamp.Call(this, min, max);

        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Aten.ClampTensor.Call(this, Arg.Maybe(min), Arg.Maybe(max));

        public Tensor clamp_(Scalar? min = null, Scalar? max = null)
        {
            Aten.Clamp_.Run(this, min, max);
            return this;
        }

        public Tensor clamp_(Tensor? min = null, Tensor? max = null)
        {
            Aten.ClampTensor_.Run(this, Arg.Maybe(min), Arg.Maybe(max));
            return this;
        }

        public Tensor clamp_min(Scalar min) => Aten.ClampMin.Call(this, min);

        public Tensor clamp_max(Scalar max) => Aten.ClampMax.Call(this, max);

        public Tensor clamp_min_(Scalar min)
        {
            Aten.ClampMin_.Run(this, min);
            return this;
        }

        public Tensor clamp_max_(Scalar max)
        {
            Aten.ClampMax_.Run(this, max);
            return this;
        }

        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Aten.Addcmul.Call(this, tensor1, tensor2, value);

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            Aten.Addcmul_.Run(this, tensor1, tensor2, value);
            return this;
        }

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Aten.Addcdiv.Call(this, tensor1, tensor2, value);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Aten.Addcdiv.Call(this, tensor1, tensor2);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            Aten.Addcdiv_.Run(this, tensor1, tensor2, value);
            return this;
        }

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2)
        {
            Aten.Addcdiv_.Run(this, tensor1, tensor2);
            return this;
        }

        public Tensor lerp(Tensor end, Tensor weight) => Aten.Lerp.Call(this, end, weight);

        public Tensor lerp_(Tensor end, Tensor weight)
        {
            Aten.Lerp_.Run(this, end, weight);
            return this;
        }

        public Tensor nan_to_num(double nan = 0d, double? posinf = null, double? neginf = null) => Aten.NanToNum.Call(this, nan, posinf, neginf);
    }

    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);

    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp(min, max);

    public static Tensor clamp_(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp_(min, max);

    public static Tensor clamp_(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp_(min, max);

    public static Tensor clamp_min(Tensor input, Scalar min) => input.clamp_min(min);

    public static Tensor clamp_max(Tensor input, Scalar max) => input.clamp_max(max);

    public static Tensor addcmul(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcmul(tensor1, tensor2, value);

    public static Tensor addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcdiv(tensor1, tensor2, value);

    public static Tensor lerp(Tensor input, Tensor end, Tensor weight) => input.lerp(end, weight);

    public static Tensor nan_to_num(Tensor input, double nan = 0d, double? posinf = null, double? neginf = null) => input.nan_to_num(nan, posinf, neginf);
}
