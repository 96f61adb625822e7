#nullable disable
using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            // Without max_eval this one throws, as in the package.
            public static LBFGS LBFGS(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, long max_iter = 20, long? max_eval = null,
                double tolerange_grad = 1e-5, double tolerance_change = 1e-9, long history_size = 100) =>
                LBFGS(parameters.Select(named => named.parameter), lr, max_iter, max_eval.Value, tolerange_grad, tolerance_change, history_size);

            public static LBFGS LBFGS(
                IEnumerable<Parameter> parameters, double lr = 0.01, long max_iter = 20, long? max_eval = null, double tolerange_grad = 1e-5,
                double tolerance_change = 1e-9, long history_size = 100) =>
                new(parameters, lr, max_iter, max_eval ?? 5 * max_iter / 4, tolerange_grad, tolerance_change, history_size);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Newton's steps with a curvature estimated from the last gradients (Liu and Nocedal, 1989), without a line search.</summary>
    public class LBFGS : torch.optim.Optimizer, torch.optim.ILearningRateController
    {
        private const double LeastCurvature = 1e-10;

        public double _rate;

        private readonly Parameter[] _parameters;
        private readonly ParamGroup[] _groups;
        private readonly long _maxIterations;
        private readonly long _maxEvaluations;
        private readonly double _toleranceOfGradient;
        private readonly double _toleranceOfChange;
        private readonly long _historySize;

        private readonly List<(torch.Tensor Step, torch.Tensor Change, double Flatness)> _history = [];
        private double _scale = 1;
        private double _length;
        private long _iterations;
        private torch.Tensor _direction;
        private torch.Tensor _gradient;

        internal LBFGS(
            IEnumerable<Parameter> parameters, double lr, long maxIterations, long maxEvaluations, double toleranceOfGradient,
            double toleranceOfChange, long historySize)
            : base(IntPtr.Zero)
        {
            _parameters = [.. parameters];
            _rate = lr;
            InitialLearningRate = lr;
            _maxIterations = maxIterations;
            _maxEvaluations = maxEvaluations;
            _toleranceOfGradient = toleranceOfGradient;
            _toleranceOfChange = toleranceOfChange;
            _historySize = historySize;
            _groups = [new ParamGroup { Parameters = _parameters, Options = new() { LearningRate = lr, InitialLearningRate = lr } }];
            _parameter_groups = _groups;
        }

        // What a group's rate is set to, a schedule's doing for example, does not reach the steps, as in the package; this one does.
        public double LearningRate
        {
            get => _rate;
            set => _rate = value;
        }

        public double InitialLearningRate { get; set; }

        public override IEnumerable<torch.optim.ILearningRateController> ParamGroups => _groups;

        public override void zero_grad()
        {
            foreach (var parameter in _parameters)
                parameter.grad = null;
        }

        public override torch.Tensor step(Func<torch.Tensor> closure)
        {
            _ = closure ?? throw new ArgumentNullException("'closure' must be non-null when using the LBFGS optimizer. See: https://pytorch.org/docs/1.9.0/optim.html");
            using var withoutGraph = torch.no_grad();
            var first = Evaluated(closure);
            var (loss, evaluations) = (first.ToDouble(), 1L);
            var gradient = Gradient();
            try
            {
                for (var iteration = 1L; Largest(gradient) > _toleranceOfGradient; iteration++)
                {
                    _iterations++;
                    Turn(gradient);
                    _length = _iterations == 1 ? Math.Min(1, 1 / Sum(gradient)) * _rate : _rate;
                    if (Product(gradient, _direction) > -_toleranceOfChange)
                        break;
                    Move();
                    if (iteration == _maxIterations)
                        break;
                    var previous = loss;
                    loss = Evaluated(closure).ToDouble();
                    evaluations++;
                    gradient.Dispose();
                    gradient = Gradient();
                    if (evaluations >= _maxEvaluations || Largest(_direction) * _length <= _toleranceOfChange || Math.Abs(loss - previous) < _toleranceOfChange)
                        break;
                }
            }
            finally
            {
                gradient.Dispose();
            }

            return first;
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (!disposing)
                return;
            Forget();
            _direction?.Dispose();
            _gradient?.Dispose();
        }

        private static torch.Tensor Evaluated(Func<torch.Tensor> closure)
        {
            using var withGraph = torch.enable_grad();
            return closure();
        }

        // The direction of the next step, from the gradient here and what the last steps told of the curvature.
        private void Turn(torch.Tensor gradient)
        {
            using var scope = torch.NewDisposeScope();
            if (_iterations == 1)
                Forget();
            else
                Learn(gradient);
            var direction = gradient.neg();
            var shares = new double[_history.Count];
            for (var k = _history.Count - 1; k >= 0; k--)
            {
                shares[k] = Rounded(Product(_history[k].Step, direction) * _history[k].Flatness);
                direction.add_(_history[k].Change, -shares[k]);
            }

            direction.mul_(_scale);
            for (var k = 0; k < _history.Count; k++)
                direction.add_(_history[k].Step, Rounded(shares[k] - Rounded(Product(_history[k].Change, direction) * _history[k].Flatness)));
            Keep(ref _direction, direction);
            Keep(ref _gradient, gradient.clone());
        }

        private void Learn(torch.Tensor gradient)
        {
            var (change, step) = (gradient - _gradient, _direction * _length);
            var curvature = Product(change, step);
            if (curvature <= LeastCurvature)
                return;
            if (_history.Count == _historySize)
                Drop(0);
            _history.Add((step.DetachFromDisposeScope(), change.DetachFromDisposeScope(), Rounded(1 / curvature)));
            _scale = Rounded(curvature / Product(change, change));
        }

        private void Move()
        {
            var from = 0L;
            foreach (var parameter in _parameters)
            {
                using var part = _direction.narrow(0, from, parameter.numel());
                using var shaped = part.view(parameter.shape);
                parameter.add_(shaped, _length);
                from += parameter.numel();
            }
        }

        // All of them in a row; where there is none it is 0.
        private torch.Tensor Gradient()
        {
            using var scope = torch.NewDisposeScope();
            return torch.cat(_parameters.Select(parameter => (parameter.grad ?? torch.zeros_like(parameter)).reshape(-1)).ToList(), 0).DetachFromDisposeScope();
        }

        private void Forget()
        {
            while (_history.Count > 0)
                Drop(_history.Count - 1);
            _scale = 1;
        }

        private void Drop(int index)
        {
            _history[index].Step.Dispose();
            _history[index].Change.Dispose();
            _history.RemoveAt(index);
        }

        private static void Keep(ref torch.Tensor field, torch.Tensor value)
        {
            field?.Dispose();
            field = value.DetachFromDisposeScope();
        }

        // libtorch keeps these numbers in tensors of the parameters' type.
        private double Rounded(double value) => _gradient.dtype == ScalarType.Float32 ? (float)value : value;

        private static double Product(torch.Tensor left, torch.Tensor right)
        {
            using var product = left.dot(right);
            return product.ToDouble();
        }

        private static double Largest(torch.Tensor values)
        {
            using var sizes = values.abs();
            using var largest = sizes.max();
            return largest.ToDouble();
        }

        private static double Sum(torch.Tensor values)
        {
            using var sizes = values.abs();
            using var sum = sizes.sum();
            return sum.ToDouble();
        }
    }
}
