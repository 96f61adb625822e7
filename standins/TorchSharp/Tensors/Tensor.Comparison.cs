namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op Eq = new("eq.Tensor");
    internal static readonly Op EqScalar = new("eq.Scalar");
    internal static readonly Op Eq_ = new("eq_.Tensor");
    internal static readonly Op EqScalar_ = new("eq_.Scalar");
    internal static readonly Op Ne = new("ne.Tensor");
    internal static readonly Op NeScalar = new("ne.Scalar");
    internal static readonly Op Ne_ = new("ne_.Tensor");
    internal static readonly Op NeScalar_ = new("ne_.Scalar");
    internal static readonly Op Lt = new("lt.Tensor");
    internal static readonly Op LtScalar = new("lt.Scalar");
    internal static readonly Op Lt_ = new("lt_.Tensor");
    internal static readonly Op LtScalar_ = new("lt_.Scalar");
    internal static readonly Op Le = new("le.Tensor");
    internal static readonly Op LeScalar = new("le.Scalar");
    internal static readonly Op Le_ = new("le_.Tensor");
    internal static readonly Op LeScalar_ = new("le_.Scalar");
    internal static readonly Op Gt = new("gt.Tensor");
    internal static readonly Op GtScalar = new("gt.Scalar");
    internal static readonly Op Gt_ = new("gt_.Tensor");
    internal static readonly Op GtScalar_ = new("gt_.Scalar");
    internal static readonly Op Ge = new("ge.Tensor");
    internal static readonly Op GeScalar = new("ge.Scalar");
    internal static readonly Op Ge_ = new("ge_.Tensor");
    internal static readonly Op GeScalar_ = new("ge_.Scalar");
    internal static readonly Op Allclose = new("allclose");
    internal static readonly Op Isclose = new("isclose");
    internal static readonly Op Equal = new("equal");
}

// Comparisons, which give tensors of bool.
public static partial class torch
{
    public partial class Tensor
    {
        // Null is not equal to anything, but whether it is unequal cannot be asked, as in the package.
        public Tensor eq(Tensor target) => target is null ? false : Aten.Eq.Call(this, target);

        public Tensor eq_(Tensor target)
        {
            Aten.Eq_.Run(this, target);
            return this;
        }

        public Tensor eq(Scalar target) => target is null ? false : Aten.EqScalar.Call(this, target);

        public Tensor eq_(Scalar target)
        {
            Aten.EqScalar_.Run(this, target);
            return this;
        }

        public Tensor ne(Tensor target) => Aten.Ne.Call(this, target);

        public Tensor ne_(Tensor target)
        {
            Aten.Ne_.Run(this, target);
            return this;
        }

        public Tensor ne(Scalar target) => Aten.NeScalar.Call(this, target.ToArg());

        public Tensor ne_(Scalar target)
        {
            Aten.NeScalar_.Run(this, target);
            return this;
        }

        public Tensor lt(Tensor target) => Aten.Lt.Call(this, target);

        public Tensor lt_(Tensor target)
        {
            Aten.Lt_.Run(this, target);
            return this;
        }

        public Tensor lt(Scalar target) => Aten.LtScalar.Call(this, target);

        public Tensor lt_(Scalar target)
        {
            Aten.LtScalar_.Run(this, target);
            return this;
        }

        public Tensor le(Tensor target) => Aten.Le.Call(this, target);

        public Tensor le_(Tensor target)
        {
            Aten.Le_.Run(this, target);
            return this;
        }

        public Tensor le(Scalar target) => Aten.LeScalar.Call(this, target);

        public Tensor le_(Scalar target)
        {
            Aten.LeScalar_.Run(this, target);
            return this;
        }

        public Tensor gt(Tensor target) => Aten.Gt.Call(this, target);

        public Tensor gt_(Tensor target)
        {
            Aten.Gt_.Run(this, target);
            return this;
        }

        public Tensor gt(Scalar target) => Aten.GtScalar.Call(this, target);

        public Tensor gt_(Scalar target)
        {
            Aten.GtScalar_.Run(this, target);
            return this;
        }

        public Tensor ge(Tensor target) => Aten.Ge.Call(this, target);

        public Tensor ge_(Tensor target)
        {
            Aten.Ge_.Run(this, target);
            return this;
        }

        public Tensor ge(Scalar target) => Aten.GeScalar.Call(this, target);

        public Tensor ge_(Scalar target)
        {
            Aten.GeScalar_.Run(this, target);
            return this;
        }

        /// <summary>Element by element, in spite of its name.</summary>
        public Tensor equal(Tensor target) => eq(target);

        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) => Aten.Allclose.CallBool(this, target, rtol, atol, equal_nan);

        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) => Aten.Isclose.Call(this, other, rtol, atol, nanEqual);

        /// <summary>Whether the other tensor has the same shape and elements.</summary>
        public bool Equals(Tensor target)
        {
            if (target is null) return false;
            if (Handle == target.Handle) return true;
            if (dtype == target.dtype) return Aten.Equal.CallBool(this, target);
            if (!shape.AsSpan().SequenceEqual(target.shape)) return false;
            using var same = eq(target);
            using var all = same.all();
            return all.item<bool>();
        }

        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        public override int GetHashCode() => base.GetHashCode();
    }

    public static Tensor eq(Tensor left, Tensor right) => left.eq(right);

    public static Tensor ne(Tensor left, Tensor right) => left.ne(right);

    public static Tensor lt(Tensor left, Tensor right) => left.lt(right);

    public static Tensor le(Tensor left, Tensor right) => left.le(right);

    public static Tensor gt(Tensor left, Tensor right) => left.gt(right);

    public static Tensor ge(Tensor left, Tensor right) => left.ge(right);

    public static Tensor equal(Tensor tensor, Tensor target) => tensor.equal(target);

    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) => tensor.allclose(target, rtol, atol, equal_nan);

    public static Tensor isclose(Tensor tensor, Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) => tensor.isclose(other, rtol, atol, nanEqual);
}
