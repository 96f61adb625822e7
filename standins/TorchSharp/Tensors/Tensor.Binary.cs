namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op Atan2 = new("atan2");
    internal static readonly Op Atan2_ = new("atan2_");
    internal static readonly Op Arctan2 = new("arctan2");
    internal static readonly Op Arctan2_ = new("arctan2_");
    internal static readonly Op BitwiseAnd = new("bitwise_and.Tensor");
    internal static readonly Op BitwiseAnd_ = new("bitwise_and_.Tensor");
    internal static readonly Op BitwiseOr = new("bitwise_or.Tensor");
    internal static readonly Op BitwiseOr_ = new("bitwise_or_.Tensor");
    internal static readonly Op BitwiseXor = new("bitwise_xor.Tensor");
    internal static readonly Op BitwiseXor_ = new("bitwise_xor_.Tensor");
    internal static readonly Op Copysign = new("copysign.Tensor");
    internal static readonly Op Fmax = new("fmax");
    internal static readonly Op Fmin = new("fmin");
    internal static readonly Op Heaviside = new("heaviside");
    internal static readonly Op Hypot = new("hypot");
    internal static readonly Op Logaddexp = new("logaddexp");
    internal static readonly Op Logaddexp2 = new("logaddexp2");
    internal static readonly Op LogicalAnd = new("logical_and");
    internal static readonly Op LogicalAnd_ = new("logical_and_");
    internal static readonly Op LogicalOr = new("logical_or");
    internal static readonly Op LogicalOr_ = new("logical_or_");
    internal static readonly Op LogicalXor = new("logical_xor");
    internal static readonly Op LogicalXor_ = new("logical_xor_");
    internal static readonly Op Maximum = new("maximum");
    internal static readonly Op Minimum = new("minimum");
    internal static readonly Op Nextafter = new("nextafter");
    internal static readonly Op Gcd = new("gcd");
    internal static readonly Op Gcd_ = new("gcd_");
    internal static readonly Op Lcm = new("lcm");
    internal static readonly Op Lcm_ = new("lcm_");
}

// Functions of two tensors, element by element.
public static partial class torch
{
    public partial class Tensor
    {
        public Tensor atan2(Tensor other) => Aten.Atan2.Call(this, other);

        public Tensor atan2_(Tensor other)
        {
            Aten.Atan2_.Run(this, other);
            return this;
        }

        public Tensor arctan2(Tensor other) => Aten.Arctan2.Call(this, other);

        public Tensor arctan2_(Tensor other)
        {
            Aten.Arctan2_.Run(this, other);
            return this;
        }

        public Tensor bitwise_and(Tensor other) => Aten.BitwiseAnd.Call(this, other);

        public Tensor bitwise_and_(Tensor other)
        {
            Aten.BitwiseAnd_.Run(this, other);
            return this;
        }

        public Tensor bitwise_or(Tensor other) => Aten.BitwiseOr.Call(this, other);

        public Tensor bitwise_or_(Tensor other)
        {
            Aten.BitwiseOr_.Run(this, other);
            return this;
        }

        public Tensor bitwise_xor(Tensor other) => Aten.BitwiseXor.Call(this, other);

        public Tensor bitwise_xor_(Tensor other)
        {
            Aten.BitwiseXor_.Run(this, other);
            return this;
        }

        public Tensor copysign(Tensor other) => Aten.Copysign.Call(this, other);

        public Tensor fmax(Tensor other) => Aten.Fmax.Call(this, other);

        public Tensor fmin(Tensor other) => Aten.Fmin.Call(this, other);

        public Tensor heaviside(Tensor other) => Aten.Heaviside.Call(this, other);

        public Tensor hypot(Tensor other) => Aten.Hypot.Call(this, other);

        public Tensor logaddexp(Tensor other) => Aten.Logaddexp.Call(this, other);

        public Tensor logaddexp2(Tensor other) => Aten.Logaddexp2.Call(this, other);

        public Tensor logical_and(Tensor other) => Aten.LogicalAnd.Call(this, other);

        public Tensor logical_and_(Tensor other)
        {
            Aten.LogicalAnd_.Run(this, other);
            return this;
        }

        public Tensor logical_or(Tensor other) => Aten.LogicalOr.Call(this, other);

        public Tensor logical_or_(Tensor other)
        {
            Aten.LogicalOr_.Run(this, other);
            return this;
        }

        public Tensor logical_xor(Tensor other) => Aten.LogicalXor.Call(this, other);

        public Tensor logical_xor_(Tensor other)
        {
            Aten.LogicalXor_.Run(this, other);
            return this;
        }

        public Tensor maximum(Tensor other) => Aten.Maximum.Call(this, other);

        public Tensor minimum(Tensor other) => Aten.Minimum.Call(this, other);

        public Tensor nextafter(Tensor other) => Aten.Nextafter.Call(this, other);

        public Tensor gcd(Tensor other) => Aten.Gcd.Call(this, other);

        public Tensor gcd_(Tensor other)
        {
            Aten.Gcd_.Run(this, other);
            return this;
        }

        public Tensor lcm(Tensor other)
        {
            CheckIntegers(other);
            return Aten.Lcm.Call(this, other);
        }

        public Tensor lcm_(Tensor other)
        {
            CheckIntegers(other);
            Aten.Lcm_.Run(this, other);
            return this;
        }

        private void CheckIntegers(Tensor other)
        {
            if (new[] { dtype, other.dtype }.Any(type => type is not (ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64)))
                throw new ArgumentException("Arguments to 'lcm' must have integer element types.");
        }
    }

    public static Tensor atan2(Tensor input, Tensor other) => input.atan2(other);

    public static Tensor arctan2(Tensor input, Tensor other) => input.arctan2(other);

    public static Tensor bitwise_and(Tensor left, Tensor right) => left.bitwise_and(right);

    public static Tensor bitwise_or(Tensor left, Tensor right) => left.bitwise_or(right);

    public static Tensor bitwise_xor(Tensor left, Tensor right) => left.bitwise_xor(right);

    public static Tensor copysign(Tensor input, Tensor other) => input.copysign(other);

    public static Tensor fmax(Tensor input, Tensor other) => input.fmax(other);

    public static Tensor fmin(Tensor input, Tensor other) => input.fmin(other);

    public static Tensor hypot(Tensor left, Tensor right) => left.hypot(right);

    public static Tensor logaddexp(Tensor left, Tensor right) => left.logaddexp(right);

    public static Tensor logaddexp2(Tensor left, Tensor right) => left.logaddexp2(right);

    public static Tensor logical_and(Tensor left, Tensor right) => left.logical_and(right);

    public static Tensor logical_or(Tensor left, Tensor right) => left.logical_or(right);

    public static Tensor logical_xor(Tensor left, Tensor right) => left.logical_xor(right);

    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);

    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);

    public static Tensor nextafter(Tensor input, Tensor other) => input.nextafter(other);

    public static Tensor gcd(Tensor left, Tensor right) => left.gcd(right);

    public static Tensor lcm(Tensor input, Tensor other) => input.lcm(other);
}
