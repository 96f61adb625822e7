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
                /// <summary>A factor that moves linearly from start_factor to end_factor.</summary>
                public class LinearLR : LRScheduler
                {
                    private readonly double _start_factor;
                    private readonly double _end_factor;
                    private readonly int _total_iters;

                    public LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _start_factor = start_factor;
                        _end_factor = end_factor;
                        _total_iters = total_iters;
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch == 0)
                            return RatesTimes(_start_factor);
                        if (_last_epoch > _total_iters)
                            return Rates();
                        var span = _end_factor - _start_factor;
                        return RatesTimes(1 + span / (_total_iters * _start_factor + (_last_epoch - 1) * span));
                    }

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRatesTimes(_start_factor + (_end_factor - _start_factor) * Math.Min(_total_iters, _last_epoch) / _total_iters);
                }

                /// <summary>A constant factor until total_iters.</summary>
                public class ConstantLR : LRScheduler
                {
                    private readonly double _factor;
                    private readonly int _total_iters;

                    public ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _factor = factor;
                        _total_iters = total_iters;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        _last_epoch == 0 ? RatesTimes(_factor)
                        : _last_epoch == _total_iters ? RatesTimes(1 / _factor)
                        : Rates();

                    protected override IEnumerable<double> get_closed_form_lr() => BaseRatesTimes(_last_epoch >= _total_iters ? 1 : _factor);
                }

                /// <summary>A factor that falls to zero as a power of the remaining epochs.</summary>
                public class PolynomialLR : LRScheduler
                {
                    private readonly double _total_iters;
                    private readonly double _power;

                    public PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1.0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _total_iters = total_iters;
                        _power = power;
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch == 0 || _last_epoch > _total_iters)
                            return Rates();
                        var remaining = (1 - _last_epoch / _total_iters) / (1 - (_last_epoch - 1) / _total_iters);
                        return RatesTimes(Math.Pow(remaining, _power));
                    }

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRatesTimes(Math.Pow(1 - Math.Min(_total_iters, _last_epoch) / _total_iters, _power));
                }
            }
        }
    }
}
