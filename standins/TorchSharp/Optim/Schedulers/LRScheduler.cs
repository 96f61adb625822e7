#nullable disable
namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rates of an optimizer's groups, once an epoch.</summary>
            public abstract class LRScheduler
            {
                internal Optimizer _optimizer;
                internal int _last_epoch = -1;
                internal bool _verbose;
                internal IList<double> _last_lrs;
                internal IList<double> _base_lrs;
                protected int _step_count;

                protected LRScheduler()
                {
                }

                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    _optimizer = optimizer;
                    _last_epoch = last_epoch;
                    _verbose = verbose;
                    _base_lrs = optimizer.ParamGroups.Select(group => group.InitialLearningRate).ToList();
                    _last_lrs = Rates().ToList();
                }

                public IEnumerable<double> get_last_lr() => _last_lrs;

                public virtual void step() => step(null);

                // Given an epoch, jumps to it by the closed form where there is one; else goes on from the current rates.
                public virtual void step(int? epoch)
                {
                    _step_count += 1;
                    _last_epoch = epoch ?? _last_epoch + 1;
                    var rates = (epoch.HasValue ? get_closed_form_lr() : get_lr()).ToList();
                    var groups = _optimizer.ParamGroups.ToList();
                    for (var i = 0; i < _base_lrs.Count; i++)
                    {
                        groups[i].LearningRate = rates[i];
                        if (_verbose && _last_lrs[i] != rates[i])
                            Console.WriteLine($"Adjusting learning rate to {rates[i]}");
                        _last_lrs[i] = rates[i];
                    }
                }

                // The metric matters to ReduceLROnPlateau alone.
                public virtual void step(double current, int? epoch = null) => step(epoch);

                protected virtual IEnumerable<double> get_lr() => Rates();

                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                private protected IEnumerable<double> Rates() => _optimizer.ParamGroups.Select(group => group.LearningRate);

                private protected IEnumerable<double> RatesTimes(double factor) => Rates().Select(rate => rate * factor);

                private protected IEnumerable<double> BaseRatesTimes(double factor) => _base_lrs.Select(rate => rate * factor);
            }
        }
    }
}
