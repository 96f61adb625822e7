namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op Normal_ = new("normal_");
    internal static readonly Op Uniform_ = new("uniform_");
    internal static readonly Op Bernoulli = new("bernoulli");
    internal static readonly Op BernoulliP_ = new("bernoulli_.float");
    internal static readonly Op BernoulliTensor_ = new("bernoulli_.Tensor");
    internal static readonly Op Exponential_ = new("exponential_");
    internal static readonly Op RandomFrom_ = new("random_.from");
    internal static readonly Op Multinomial = new("multinomial");
    internal static readonly Op Geometric_ = new("geometric_");
    internal static readonly Op Cauchy_ = new("cauchy_");
    internal static readonly Op LogNormal_ = new("log_normal_");
    internal static readonly Op Poisson = new("poisson");
}

// Random draws into a tensor or by its probabilities.
public static partial class torch
{
    public partial class Tensor
    {
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null)
        {
            Aten.Normal_.Run(this, mean, std, generator);
            return this;
        }

        public Tensor uniform_(double from, double to, Generator? generator = null)
        {
            Aten.Uniform_.Run(this, from, to, generator);
            return this;
        }

        public Tensor bernoulli(Generator? generator = null) => Aten.Bernoulli.Call(this, generator);

        public Tensor bernoulli_(double p = 0.5, Generator? generator = null)
        {
            Aten.BernoulliP_.Run(this, p, generator);
            return this;
        }

        public Tensor bernoulli_(Tensor p, Generator? generator = null)
        {
            Aten.BernoulliTensor_.Run(this, p, generator);
            return this;
        }

        public Tensor exponential_(double lambda = 1, Generator? generator = null)
        {
            Aten.Exponential_.Run(this, lambda, generator);
            return this;
        }

        public Tensor geometric_(double p, Generator? generator = null)
        {
            Aten.Geometric_.Run(this, p, generator);
            return this;
        }

        public Tensor cauchy_(double median = 0.0, double sigma = 1.0, Generator? generator = null)
        {
            Aten.Cauchy_.Run(this, median, sigma, generator);
            return this;
        }

        public Tensor log_normal_(double mean = 0, double std = 1, Generator? generator = null)
        {
            Aten.LogNormal_.Run(this, mean, std, generator);
            return this;
        }

        public Tensor random_(double from, double to, Generator? generator = null)
        {
            Aten.RandomFrom_.Run(this, (long)from, (long)to, generator);
            return this;
        }

        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) => Aten.Multinomial.Call(this, num_samples, replacement, generator);
    }

    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);

    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) => input.multinomial(num_samples, replacement, generator);
}
