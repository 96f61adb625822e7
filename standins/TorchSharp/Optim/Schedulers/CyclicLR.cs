#nullable disable
namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rate goes up and down between two bounds (Smith, 2015).</summary>
                public class CyclicLR : LRScheduler
                {
                    private readonly double _total_size;
                    private readonly double _step_ratio;
                    private readonly Func<double, double> _scale;
                    private readonly ScaleMode _scale_mode;
                    private readonly bool _cycle_momentum;
                    private readonly List<double> _max_lrs;
                    private readonly List<double> _base_momentum;
                    private readonly List<double> _max_momentum;

                    public CyclicLR(
                        Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1, Mode mode = Mode.Triangular,
                        double gamma = 1.0, Func<double, double> scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true,
                        double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, ForEachGroup(optimizer, base_lr), ForEachGroup(optimizer, max_lr), step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode,
                            cycle_momentum, ForEachGroup(optimizer, base_momentum), ForEachGroup(optimizer, max_momentum), last_epoch, verbose)
                    {
                    }

                    public CyclicLR(
                        Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000, int step_size_down = -1,
                        Mode mode = Mode.Triangular, double gamma = 1.0, Func<double, double> scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle,
                        bool cycle_momentum = true, IEnumerable<double> base_momentum = null, IEnumerable<double> max_momentum = null, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _total_size = step_size_up + (double)(step_size_down == -1 ? step_size_up : step_size_down);
                        _step_ratio = step_size_up / _total_size;
                        _max_lrs = max_lr.ToList();
                        _base_lrs = base_lr.ToList();
                        var groups = optimizer.ParamGroups.ToList();
                        if (last_epoch == -1)
                        {
                            for (var i = 0; i < groups.Count; i++)
                                groups[i].LearningRate = _base_lrs[i];
                        }

                        _cycle_momentum = cycle_momentum;
                        if (cycle_momentum)
                        {
                            if (optimizer is not IMomentum)
                                throw new ArgumentException("optimizer must support momentum with `cycle_momentum` option enabled");
                            _base_momentum = (base_momentum ?? ForEachGroup(optimizer, 0.8)).ToList();
                            _max_momentum = (max_momentum ?? ForEachGroup(optimizer, 0.9)).ToList();
                            if (last_epoch == -1)
                            {
                                for (var i = 0; i < groups.Count; i++)
                                    ((IMomentum)groups[i]).Momentum = _base_momentum[i];
                            }
                        }

                        _scale = scale_fn ?? (mode switch
                        {
                            Mode.Triangular => _ => 1.0,
                            Mode.Triangular2 => cycle => 1.0 / Math.Pow(2, cycle - 1),
                            _ => cycle => Math.Pow(gamma, cycle),
                        });
                        _scale_mode = scale_fn is null ? ScaleMode.Cycle : scale_mode;
                        step();
                    }

                    public enum Mode
                    {
                        Triangular,
                        Triangular2,
                        ExpRange,
                    }

                    public enum ScaleMode
                    {
                        Cycle,
                        Iterations,
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        var cycle = Math.Floor(1.0 + _last_epoch / _total_size);
                        var x = 1.0 + _last_epoch / _total_size - cycle;
                        var height = (x <= _step_ratio ? x / _step_ratio : (x - 1) / (_step_ratio - 1)) * _scale(_scale_mode == ScaleMode.Cycle ? cycle : _last_epoch);
                        if (_cycle_momentum)
                        {
                            // Upwards from the maximum: so it is in the package.
                            foreach (var (group, i) in _optimizer.ParamGroups.Select((group, i) => (group, i)))
                                ((IMomentum)group).Momentum = _max_momentum[i] + (_max_momentum[i] - _base_momentum[i]) * height;
                        }

                        return _base_lrs.Select((low, i) => low + (_max_lrs[i] - low) * height);
                    }

                    private static List<double> ForEachGroup(Optimizer optimizer, double value) => optimizer.ParamGroups.Select(_ => value).ToList();
                }
            }
        }
    }
}
