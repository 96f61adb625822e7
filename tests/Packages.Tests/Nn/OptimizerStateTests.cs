using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Packages.Tests.Nn;

/// <summary>An optimizer that is saved and loaded goes on exactly as if nothing had happened.</summary>
public sealed class OptimizerStateTests
{
    public static TheoryData<string> Optimizers => ["SGD", "Adam", "AdamW", "Adagrad", "RMSProp", "Adadelta", "Adamax", "NAdam", "RAdam", "ASGD", "Rprop"];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Steps_after_loading_are_the_same_to_the_last_bit(string name)
    {
        using var scope = NewDisposeScope();
        Assert.Equal(Run(name, reload: false), Run(name, reload: true));
    }

    [Fact]
    public void Another_optimizers_file_is_refused()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(ones(2));
        var file = new MemoryStream();
        optim.Adam([parameter]).save_state_dict(new BinaryWriter(file));
        file.Position = 0;
        Assert.Throws<InvalidDataException>(() => optim.SGD([parameter], 0.1).load_state_dict(new BinaryReader(file)));
    }

    [Fact]
    public void A_state_dictionary_carries_options_and_momentum_over()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (new Parameter(ones(2)), new Parameter(ones(2)));
        var (from, to) = (optim.SGD([a], 0.1, momentum: 0.75), optim.SGD([b], 0.5, momentum: 0.25));
        foreach (var (parameter, optimizer) in new[] { (a, from), (b, to) })
        {
            parameter.pow(2).sum().backward();
            optimizer.step();
        }
        to.load_state_dict(from.state_dict());
        var options = (SGD.Options)to.state_dict().Options[0];
        Assert.Equal((0.1, 0.75), (options.LearningRate, options.momentum));
        Assert.True(to.state_dict().State[0].ApproximatelyEquals(from.state_dict().State[0]));
    }

    private static float[] Run(string name, bool reload)
    {
        var parameter = new Parameter(tensor(new float[] { 1, -2, 3 }));
        var optimizer = Make(name, parameter, 0.05);
        for (int step = 0; step < 6; step++)
        {
            if (step == 3 && reload)
            {
                var file = new MemoryStream();
                optimizer.save_state_dict(new BinaryWriter(file));
                file.Position = 0;
                optimizer = Make(name, parameter, 0.3);
                optimizer.load_state_dict(new BinaryReader(file));
            }
            optimizer.zero_grad();
            (parameter.pow(2) * tensor(new float[] { 1, 2, 0.5f })).sum().backward();
            optimizer.step();
        }
        return parameter.data<float>().ToArray();
    }

    private static OptimizerHelper Make(string name, Parameter p, double rate) => name switch
    {
        "SGD" => optim.SGD([p], rate, momentum: 0.9, dampening: 0.1),
        "Adam" => optim.Adam([p], rate, amsgrad: true),
        "AdamW" => optim.AdamW([p], rate, weight_decay: 0.1),
        "Adagrad" => optim.Adagrad([p], rate, lr_decay: 0.1),
        "RMSProp" => optim.RMSProp([p], rate, momentum: 0.5, centered: true),
        "Adadelta" => optim.Adadelta([p], rate),
        "Adamax" => optim.Adamax([p], rate),
        "NAdam" => optim.NAdam([p], rate),
        "RAdam" => optim.RAdam([p], rate),
        "ASGD" => optim.ASGD([p], rate),
        _ => optim.Rprop([p], rate),
    };
}
