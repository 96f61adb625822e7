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
                /// <summary>The rate times gamma every so many epochs.</summary>
                public class StepLR : LRScheduler
                {
                    private readonly int _step_size;
                    private readonly double _gamma;

                    public StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _step_size = step_size;
                        _gamma = gamma;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        _last_epoch == 0 || _last_epoch % _step_size != 0 ? Rates() : RatesTimes(_gamma);

                    protected override IEnumerable<double> get_closed_form_lr() => BaseRatesTimes(Math.Pow(_gamma, _last_epoch / _step_size));
                }

                /// <summary>The rate times gamma at each of the given epochs.</summary>
                public class MultiStepLR : LRScheduler
                {
                    private readonly IList<int> _milestones;
                    private readonly double _gamma;

                    public MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _milestones = milestones;
                        _gamma = gamma;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => _milestones.Contains(_last_epoch) ? RatesTimes(_gamma) : Rates();

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRatesTimes(Math.Pow(_gamma, _milestones.Distinct().Count(milestone => milestone <= _last_epoch)));
                }

                /// <summary>The rate times gamma every epoch.</summary>
                public class ExponentialLR : LRScheduler
                {
                    private readonly double _gamma;

                    public ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _gamma = gamma;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => _last_epoch == 0 ? Rates() : RatesTimes(_gamma);

                    protected override IEnumerable<double> get_closed_form_lr() => BaseRatesTimes(Math.Pow(_gamma, _last_epoch));
                }
            }
        }
    }
}
