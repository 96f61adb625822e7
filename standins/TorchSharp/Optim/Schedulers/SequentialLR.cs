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
                /// <summary>One scheduler after the other; each milestone starts the next one from its epoch 0.</summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;
                    private readonly int[] _milestones;

                    public SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1)
                        : base(optimizer, last_epoch + 1, false)
                    {
                        _schedulers = schedulers.ToArray();
                        _milestones = milestones.ToArray();
                        if (_schedulers.Any(scheduler => scheduler._optimizer != optimizer))
                            throw new ArgumentException("The SequentialLR scheduler expects all its sub-schedulers to be bound to the same optimizer.");
                        if (_milestones.Length != _schedulers.Length - 1)
                        {
                            throw new ArgumentException($"Received {_schedulers.Length} schedulers and {_milestones.Length} milestones. "
                                + "The SequentialLR scheduler expects the number of schedulers to be one more than the number of milestones. ");
                        }

                        // Every scheduler has already made its first step when it was constructed: that is taken back here.
                        foreach (var group in optimizer.ParamGroups)
                            group.LearningRate = group.InitialLearningRate;
                        foreach (var scheduler in _schedulers)
                            scheduler._last_epoch -= 1;
                        _schedulers[0].step();
                        _last_lrs = _schedulers[0]._last_lrs;
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        var current = _milestones.Length;
                        while (current > 0 && _milestones[current - 1] > _last_epoch)
                            current--;
                        if (current > 0 && _milestones[current - 1] == _last_epoch)
                            _schedulers[current].step(0);
                        else
                            _schedulers[current].step();
                        return Rates();
                    }
                }

                /// <summary>All schedulers at every step.</summary>
                public class ChainedLR : LRScheduler
                {
                    private readonly IEnumerable<LRScheduler> _schedulers;

                    public ChainedLR(IEnumerable<LRScheduler> schedulers) => _schedulers = schedulers;

                    public override void step()
                    {
                        foreach (var scheduler in _schedulers)
                            scheduler.step();
                    }
                }
            }
        }
    }
}
