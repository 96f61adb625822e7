using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Experiments.Models;
using Experiments.Tests.Models;
using Experiments.Training;
using Experiments.Training.Fused;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Training.Fused;

public class WhyNotFusedTests
{
    // Runs once more in processes without AVX-512 and without AVX2, and with it FMA.
    [Fact]
    public void A_plain_perceptron_trains_eagerly_exactly_where_the_processor_has_no_fused_multiply_add()
    {
        using var scope = NewDisposeScope();
        var module = SmallModels.Drawn(() => nn.Sequential(nn.Linear(6, 2)));

        var reason = FusedTrainer.WhyNot(module, new Settings());

        if (Fma.IsSupported || AdvSimd.IsSupported)
        {
            Assert.Null(reason);
        }
        else
        {
            Assert.StartsWith("this processor has no fused multiply-add", reason, StringComparison.Ordinal);
        }
    }
}
