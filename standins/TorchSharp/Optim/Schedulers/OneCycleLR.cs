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
                /// <summary>Up to the maximum and far down, once (Smith and Topin, 2017).</summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly Func<double, double, double, double> _anneal;
                    private readonly List<Phase> _phases = [];
                    private readonly bool _cycle_momentum;
                    private readonly int _total_steps;

                    public OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95,
                        double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, ForEachGroup(optimizer, max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                            ForEachGroup(optimizer, base_momentum), ForEachGroup(optimizer, max_momentum), div_factor, final_div_factor, three_phase, last_epoch, verbose)
                    {
                    }

                    public OneCycleLR(
                        Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, IEnumerable<double> base_momentum = null,
                        IEnumerable<double> max_momentum = null, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false,
                        int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (cycle_momentum && optimizer is not (IMomentum or IBetas))
                            throw new ArgumentException("optimizer must support momentum with `cycle_momentum` option enabled");
                        if (pct_start is < 0 or > 1)
                            throw new ArgumentException($"Expected float between 0 and 1 for pct_start, but got {pct_start}");
                        _total_steps = TotalSteps(total_steps, epochs, steps_per_epoch);
                        _cycle_momentum = cycle_momentum;
                        _anneal = anneal_strategy == AnnealStrategy.Cos
                            ? (start, end, part) => end + (start - end) / 2.0 * (Math.Cos(Math.PI * part) + 1)
                            : (start, end, part) => (end - start) * part + start;

                        var high = max_lr.ToList();
                        var initial = high.Select(rate => rate / div_factor).ToList();
                        var low = initial.Select(rate => rate / final_div_factor).ToList();
                        var lowMomentum = (base_momentum ?? ForEachGroup(optimizer, 0.85)).ToList();
                        var highMomentum = (max_momentum ?? ForEachGroup(optimizer, 0.95)).ToList();
                        _phases.Add(new(pct_start * _total_steps - 1, initial, high, highMomentum, lowMomentum));
                        if (three_phase)
                        {
                            _phases.Add(new(2 * pct_start * _total_steps - 2, high, initial, lowMomentum, highMomentum));
                            _phases.Add(new(_total_steps - 1, initial, low, highMomentum, highMomentum));
                        }
                        else
                        {
                            _phases.Add(new(_total_steps - 1, high, low, lowMomentum, highMomentum));
                        }

                        if (last_epoch == -1 && cycle_momentum)
                        {
                            foreach (var (group, i) in optimizer.ParamGroups.Select((group, i) => (group, i)))
                                SetMomentum(group, highMomentum[i]);
                        }

                        step();
                    }

                    public enum AnnealStrategy
                    {
                        Cos,
                        Linear,
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch > _total_steps)
                            throw new InvalidOperationException($"Tried to step {_last_epoch + 1} times. The specified number of total steps is {_total_steps}");
                        return _optimizer.ParamGroups.Select(RateOf);
                    }

                    private double RateOf(ILearningRateController group, int i)
                    {
                        var (start, rate, momentum) = (0.0, 0.0, 0.0);
                        foreach (var phase in _phases)
                        {
                            // Which phase is the last is asked of the group's number: so it is in the package.
                            if (_last_epoch <= phase.End || i == _phases.Count - 1)
                            {
                                var part = (_last_epoch - start) / (phase.End - start);
                                rate = _anneal(phase.StartRates[i], phase.EndRates[i], part);
                                momentum = _anneal(phase.StartMomenta[i], phase.EndMomenta[i], part);
                                break;
                            }

                            start = phase.End;
                        }

                        if (_cycle_momentum)
                            SetMomentum(group, momentum);
                        return rate;
                    }

                    private static void SetMomentum(ILearningRateController group, double momentum)
                    {
                        if (group is IBetas betas)
                            betas.Betas = (momentum, betas.Betas.Item2);
                        else if (group is IMomentum own)
                            own.Momentum = momentum;
                    }

                    private static int TotalSteps(int total_steps, int epochs, int steps_per_epoch)
                    {
                        if (total_steps == -1 && epochs == -1 && steps_per_epoch == -1)
                            throw new ArgumentException("You must define either total_steps OR (epochs AND steps_per_epoch)");
                        if (total_steps != -1)
                            return total_steps > 0 ? total_steps : throw new ArgumentException($"Expected positive integer total_steps, but got {total_steps}");
                        if (epochs <= 0)
                            throw new ArgumentException($"Expected positive integer epochs, but got {epochs}");
                        if (steps_per_epoch <= 0)
                            throw new ArgumentException($"Expected positive integer steps_per_epoch, but got {steps_per_epoch}");
                        return epochs * steps_per_epoch;
                    }

                    private static List<double> ForEachGroup(Optimizer optimizer, double value) => optimizer.ParamGroups.Select(_ => value).ToList();

                    private sealed record Phase(double End, List<double> StartRates, List<double> EndRates, List<double> StartMomenta, List<double> EndMomenta);
                }
            }
        }
    }
}
