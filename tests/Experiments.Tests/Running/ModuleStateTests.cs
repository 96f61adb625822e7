using Experiments.Running;
using Experiments.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Running;

public sealed class ModuleStateTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Parameters_buffers_and_the_best_of_them_come_back_as_they_were_written()
    {
        using var written = new Transposed();
        using var read = new Transposed();
        var (from, to) = (new ModuleState(written), new ModuleState(read));
        var best = StateOf.Module(written);
        from.KeepBest();
        Change(written);
        Change(read);
        Change(read);
        var last = StateOf.Module(written);
        using var file = new MemoryStream();
        from.Save(new BinaryWriter(file));
        file.Position = 0;

        to.Load(new BinaryReader(file));

        Assert.Equal((last, file.Length), (StateOf.Module(read), file.Position));
        to.RestoreBest();
        Assert.Equal(best, StateOf.Module(read));
    }

    [Fact]
    public void Without_a_best_state_there_is_none_afterwards()
    {
        using var module = new Transposed();
        using var file = new MemoryStream();
        new ModuleState(module).Save(new BinaryWriter(file));
        var state = new ModuleState(module);
        state.KeepBest();
        file.Position = 0;

        state.Load(new BinaryReader(file));

        Assert.False(state.HasBest);
    }

    private static void Change(nn.Module module)
    {
        using var none = no_grad();
        foreach (var values in module.parameters().Concat(module.named_buffers().Select(pair => pair.buffer)))
        {
            values.add_(1);
        }
    }

    // A parameter that does not lie in one piece, and buffers.
    private sealed class Transposed : nn.Module<Tensor, Tensor>
    {
        private readonly TorchSharp.Modules.Parameter weights = nn.Parameter(arange(12, dtype: ScalarType.Float32).reshape(3, 4).t());
        private readonly TorchSharp.Modules.BatchNorm1d norm = nn.BatchNorm1d(3);

        public Transposed()
            : base(nameof(Transposed)) => RegisterComponents();

        public override Tensor forward(Tensor input) => norm.call(input.matmul(weights));
    }
}
