namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op Acos = new("acos");
    internal static readonly Op Acos_ = new("acos_");
    internal static readonly Op Acosh = new("acosh");
    internal static readonly Op Acosh_ = new("acosh_");
    internal static readonly Op Arccos = new("arccos");
    internal static readonly Op Arccos_ = new("arccos_");
    internal static readonly Op Arccosh = new("arccosh");
    internal static readonly Op Arccosh_ = new("arccosh_");
    internal static readonly Op Arcsin = new("arcsin");
    internal static readonly Op Arcsin_ = new("arcsin_");
    internal static readonly Op Arcsinh = new("arcsinh");
    internal static readonly Op Arcsinh_ = new("arcsinh_");
    internal static readonly Op Arctan = new("arctan");
    internal static readonly Op Arctan_ = new("arctan_");
    internal static readonly Op Arctanh = new("arctanh");
    internal static readonly Op Arctanh_ = new("arctanh_");
    internal static readonly Op Asin = new("asin");
    internal static readonly Op Asin_ = new("asin_");
    internal static readonly Op Asinh = new("asinh");
    internal static readonly Op Asinh_ = new("asinh_");
    internal static readonly Op Atan = new("atan");
    internal static readonly Op Atan_ = new("atan_");
    internal static readonly Op Atanh = new("atanh");
    internal static readonly Op Atanh_ = new("atanh_");
    internal static readonly Op Cos = new("cos");
    internal static readonly Op Cos_ = new("cos_");
    internal static readonly Op Cosh = new("cosh");
    internal static readonly Op Cosh_ = new("cosh_");
    internal static readonly Op Deg2rad = new("deg2rad");
    internal static readonly Op Rad2deg = new("rad2deg");
    internal static readonly Op Sin = new("sin");
    internal static readonly Op Sin_ = new("sin_");
    internal static readonly Op Sinc = new("sinc");
    internal static readonly Op Sinc_ = new("sinc_");
    internal static readonly Op Sinh = new("sinh");
    internal static readonly Op Sinh_ = new("sinh_");
    internal static readonly Op Tan = new("tan");
    internal static readonly Op Tan_ = new("tan_");
    internal static readonly Op Tanh = new("tanh");
    internal static readonly Op Tanh_ = new("tanh_");
}

// Angles and hyperbolic functions of each element, new and in place.
public static partial class torch
{
    public partial class Tensor
    {
        public Tensor acos() => Aten.Acos.Call(this);

        public Tensor acos_() => InPlace(Aten.Acos_);

        public Tensor acosh() => Aten.Acosh.Call(this);

        public Tensor acosh_() => InPlace(Aten.Acosh_);

        public Tensor arccos() => Aten.Arccos.Call(this);

        public Tensor arccos_() => InPlace(Aten.Arccos_);

        public Tensor arccosh() => Aten.Arccosh.Call(this);

        public Tensor arccosh_() => InPlace(Aten.Arccosh_);

        public Tensor arcsin() => Aten.Arcsin.Call(this);

        public Tensor arcsin_() => InPlace(Aten.Arcsin_);

        public Tensor arcsinh() => Aten.Arcsinh.Call(this);

        public Tensor arcsinh_() => InPlace(Aten.Arcsinh_);

        public Tensor arctan() => Aten.Arctan.Call(this);

        public Tensor arctan_() => InPlace(Aten.Arctan_);

        public Tensor arctanh() => Aten.Arctanh.Call(this);

        public Tensor arctanh_() => InPlace(Aten.Arctanh_);

        public Tensor asin() => Aten.Asin.Call(this);

        public Tensor asin_() => InPlace(Aten.Asin_);

        public Tensor asinh() => Aten.Asinh.Call(this);

        public Tensor asinh_() => InPlace(Aten.Asinh_);

        public Tensor atan() => Aten.Atan.Call(this);

        public Tensor atan_() => InPlace(Aten.Atan_);

        public Tensor atanh() => Aten.Atanh.Call(this);

        public Tensor atanh_() => InPlace(Aten.Atanh_);

        public Tensor cos() => Aten.Cos.Call(this);

        public Tensor cos_() => InPlace(Aten.Cos_);

        public Tensor cosh() => Aten.Cosh.Call(this);

        public Tensor cosh_() => InPlace(Aten.Cosh_);

        public Tensor deg2rad() => Aten.Deg2rad.Call(this);

        public Tensor rad2deg() => Aten.Rad2deg.Call(this);

        public Tensor sin() => Aten.Sin.Call(this);

        public Tensor sin_() => InPlace(Aten.Sin_);

        public Tensor sinc() => Aten.Sinc.Call(this);

        public Tensor sinc_() => InPlace(Aten.Sinc_);

        public Tensor sinh() => Aten.Sinh.Call(this);

        public Tensor sinh_() => InPlace(Aten.Sinh_);

        public Tensor tan() => Aten.Tan.Call(this);

        public Tensor tan_() => InPlace(Aten.Tan_);

        public Tensor tanh() => Aten.Tanh.Call(this);

        public Tensor tanh_() => InPlace(Aten.Tanh_);
    }

    public static Tensor acos(Tensor input) => input.acos();

    public static Tensor acos_(Tensor input) => input.acos_();

    public static Tensor acosh(Tensor input) => input.acosh();

    public static Tensor acosh_(Tensor input) => input.acosh_();

    public static Tensor arccos(Tensor input) => input.arccos();

    public static Tensor arccos_(Tensor input) => input.arccos_();

    public static Tensor arccosh(Tensor input) => input.arccosh();

    public static Tensor arccosh_(Tensor input) => input.arccosh_();

    public static Tensor arcsin(Tensor input) => input.arcsin();

    public static Tensor arcsin_(Tensor input) => input.arcsin_();

    public static Tensor arcsinh(Tensor input) => input.arcsinh();

    public static Tensor arcsinh_(Tensor input) => input.arcsinh_();

    public static Tensor arctan(Tensor input) => input.arctan();

    public static Tensor arctan_(Tensor input) => input.arctan_();

    public static Tensor arctanh(Tensor input) => input.arctanh();

    public static Tensor arctanh_(Tensor input) => input.arctanh_();

    public static Tensor asin(Tensor input) => input.asin();

    public static Tensor asin_(Tensor input) => input.asin_();

    public static Tensor asinh(Tensor input) => input.asinh();

    public static Tensor asinh_(Tensor input) => input.asinh_();

    public static Tensor atan(Tensor input) => input.atan();

    public static Tensor atan_(Tensor input) => input.atan_();

    public static Tensor atanh(Tensor input) => input.atanh();

    public static Tensor atanh_(Tensor input) => input.atanh_();

    public static Tensor cos(Tensor input) => input.cos();

    public static Tensor cos_(Tensor input) => input.cos_();

    public static Tensor cosh(Tensor input) => input.cosh();

    public static Tensor cosh_(Tensor input) => input.cosh_();

    public static Tensor deg2rad(Tensor input) => input.deg2rad();

    public static Tensor rad2deg(Tensor input) => input.rad2deg();

    public static Tensor sin(Tensor input) => input.sin();

    public static Tensor sin_(Tensor input) => input.sin_();

    public static Tensor sinc(Tensor input) => input.sinc();

    public static Tensor sinc_(Tensor input) => input.sinc_();

    public static Tensor sinh(Tensor input) => input.sinh();

    public static Tensor sinh_(Tensor input) => input.sinh_();

    public static Tensor tan(Tensor input) => input.tan();

    public static Tensor tan_(Tensor input) => input.tan_();

    public static Tensor tanh(Tensor input) => input.tanh();

    public static Tensor tanh_(Tensor input) => input.tanh_();
}
