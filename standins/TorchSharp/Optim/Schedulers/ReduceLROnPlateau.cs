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
                /// <summary>Lowers the rate once a metric has not improved for some epochs.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly string _mode;
                    private readonly double _factor;
                    private readonly int _patience;
                    private readonly double _threshold;
                    private readonly string _threshold_mode;
                    private readonly int _cooldown;
                    private readonly List<double> _min_lrs;
                    private readonly double _eps;
                    private double _best;
                    private int _cooldown_counter;
                    private int _bad_epochs;

                    public ReduceLROnPlateau(
                        Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4,
                        string threshold_mode = "rel", int cooldown = 0, IList<double> min_lr = null, double eps = 1e-8, bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        if (factor >= 1.0)
                            throw new ArgumentException("Factor should be < 1.0");
                        if (mode is not ("min" or "max"))
                            throw new ArgumentException($"mode {mode} is unknown!");
                        if (threshold_mode is not ("rel" or "abs"))
                            throw new ArgumentException($"threshold mode {threshold_mode} is unknown!");
                        _mode = mode;
                        _factor = factor;
                        _patience = patience;
                        _threshold = threshold;
                        _threshold_mode = threshold_mode;
                        _cooldown = cooldown;
                        _eps = eps;
                        _best = mode == "min" ? double.PositiveInfinity : double.NegativeInfinity;
                        var groups = optimizer.ParamGroups.Count();
                        _min_lrs = min_lr is { Count: > 1 } ? [.. min_lr] : Enumerable.Repeat(min_lr is { Count: 1 } ? min_lr[0] : 0.0, groups).ToList();
                    }

                    public override void step() => throw Needs("step()");

                    public override void step(int? epoch) => throw Needs("step(int?)");

                    public override void step(double current, int? epoch = null)
                    {
                        _last_epoch = epoch ?? _last_epoch + 1;
                        if (IsBetter(current))
                        {
                            _best = current;
                            _bad_epochs = 0;
                        }
                        else
                        {
                            _bad_epochs += 1;
                        }

                        if (_cooldown_counter > 0)
                        {
                            _cooldown_counter -= 1;
                            _bad_epochs = 0;
                        }

                        if (_bad_epochs > _patience)
                        {
                            Reduce();
                            _cooldown_counter = _cooldown;
                            _bad_epochs = 0;
                        }
                    }

                    private static InvalidOperationException Needs(string call) =>
                        new($"{call} should not be used with the ReduceLROnPlateau scheduler. Use step(double, int?), instead.");

                    private bool IsBetter(double metric) => (_mode, _threshold_mode) switch
                    {
                        ("min", "rel") => metric < _best * (1 - _threshold),
                        ("min", _) => metric < _best - _threshold,
                        (_, "rel") => metric > _best * (_threshold + 1),
                        _ => metric > _best + _threshold,
                    };

                    private void Reduce()
                    {
                        foreach (var (group, i) in _optimizer.ParamGroups.Select((group, i) => (group, i)))
                        {
                            var before = group.LearningRate;
                            var after = Math.Max(before * _factor, _min_lrs[i]);
                            if (before - after <= _eps)
                                continue;
                            group.LearningRate = after;
                            if (_verbose)
                                Console.WriteLine($"Epoch {_last_epoch}: reducing learning rate of group {i} to {after:g4}.");
                        }
                    }
                }
            }
        }
    }
}
