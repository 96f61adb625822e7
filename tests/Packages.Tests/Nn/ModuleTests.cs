using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Packages.Tests.Nn;

/// <summary>What modules are made of, and how they are kept in files.</summary>
public sealed class ModuleTests
{
    [Fact]
    public void A_saved_module_is_loaded_to_the_last_bit()
    {
        using var scope = NewDisposeScope();
        var (saved, loaded) = (Network(), Network());
        saved.call(randn(8, 3, generator: new Generator(3))); // moves the running statistics
        var file = new MemoryStream();
        saved.save(file);
        loaded.load(new MemoryStream(file.ToArray()));
        var (expected, found) = (saved.state_dict(), loaded.state_dict());
        Assert.Equal(expected.Keys, found.Keys);
        Assert.Equal(9, expected.Count);
        foreach (var key in expected.Keys)
            Assert.Equal(expected[key].bytes.ToArray(), found[key].bytes.ToArray());
    }

    [Fact]
    public void Saving_twice_gives_the_same_bytes()
    {
        using var scope = NewDisposeScope();
        var network = Network();
        Assert.Equal(Saved(network), Saved(network));
    }

    [Fact]
    public void Modules_in_fields_are_found_in_the_order_of_the_fields()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(["first.weight", "first.bias", "inner.scale", "second.weight"], new Fields().named_parameters().Select(p => p.name));
    }

    [Fact]
    public void A_shared_parameter_is_listed_once()
    {
        using var scope = NewDisposeScope();
        var shared = nn.Linear(2, 2);
        Assert.Equal(2, nn.Sequential(shared, nn.ReLU(), shared).parameters().Count());
    }

    [Fact]
    public void Modules_survive_the_scope_in_which_they_are_made()
    {
        Linear layer;
        using (NewDisposeScope()) layer = Given.Filled(nn.Linear(2, 1));
        using var scope = NewDisposeScope();
        Given.Near([Math.Sin(1) + 2 * Math.Sin(2) + Math.Sin(3)], layer.call(tensor(new float[] { 1, 2 })), 1e-6);
        layer.Dispose();
    }

    [Fact]
    public void A_recurrent_layer_works_after_the_scope_in_which_it_was_made()
    {
        LSTM layer;
        using (NewDisposeScope()) layer = nn.LSTM(2, 3);
        using var scope = NewDisposeScope();
        Assert.Equal([4, 1, 3], layer.call(ones(4, 1, 2)).Item1.shape);
        Assert.Empty(layer.parameters()); // as in the package: the objects belonged to the scope
        layer.Dispose();
    }

    [Fact]
    public void Hooks_see_and_replace_what_goes_in_and_out()
    {
        using var scope = NewDisposeScope();
        var identity = nn.Identity();
        identity.register_forward_pre_hook((_, x) => x * 10);
        var remover = identity.register_forward_hook((_, x, y) => y + x);
        Assert.Equal(20f, identity.call(tensor(1f)).item<float>());
        remover.remove();
        Assert.Equal(10f, identity.call(tensor(1f)).item<float>());
    }

    [Fact]
    public void Dropout_keeps_the_mean()
    {
        using var scope = NewDisposeScope();
        var kept = nn.Dropout(0.2).call(ones(40_000));
        Assert.Equal(1, kept.mean().ToDouble(), 0.02); // about 8 standard deviations
        Assert.Equal([0f, 1.25f], kept.data<float>().ToArray().Distinct().Order());
    }

    [Fact]
    public void A_converted_module_keeps_its_gradients()
    {
        using var scope = NewDisposeScope();
        var layer = Given.Filled(nn.Linear(2, 1));
        layer.call(tensor(new float[] { 3, 4 })).sum().backward();
        Given.Near([3, 4], layer.to(float64).weight.grad!);
        Assert.Equal(ScalarType.Float64, layer.weight.grad!.dtype);
    }

    private static Sequential Network() => nn.Sequential(("fc", nn.Linear(3, 4)), ("norm", nn.BatchNorm1d(4)), ("out", nn.Linear(4, 2)));

    private static byte[] Saved(nn.Module module)
    {
        var file = new MemoryStream();
        module.save(file);
        return file.ToArray();
    }

    private sealed class Inner : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter scale = new(ones(2));

        public Inner()
            : base(nameof(Inner)) => RegisterComponents();

        public override Tensor forward(Tensor input) => input * scale;
    }

    private sealed class Fields : nn.Module<Tensor, Tensor>
    {
        private readonly Linear first = nn.Linear(2, 2);
        private readonly Inner inner = new();
        private readonly Linear second = nn.Linear(2, 1, hasBias: false);

        public Fields()
            : base(nameof(Fields)) => RegisterComponents();

        public override Tensor forward(Tensor input) => second.call(inner.call(first.call(input)));
    }
}
