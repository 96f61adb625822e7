using System.Runtime.CompilerServices;
using TorchSharp;

namespace Packages.Tests.Torch;

/// <summary>Who releases tensors, and when.</summary>
public sealed class LifetimeTests
{
    [Fact]
    public void A_training_step_in_a_scope_leaves_no_tensor_behind()
    {
        var weights = torch.ones(3, requires_grad: true).DetachFromDisposeScope();
        weights.grad = torch.zeros(3);
        var statistics = DisposeScopeManager.Statistics;
        statistics.Reset();
        for (int step = 0; step < 20; step++)
        {
            using var scope = torch.NewDisposeScope();
            (weights * 2 + 1).pow(2).sum().backward();
            using var off = torch.no_grad();
            weights.add_(weights.grad!, -0.1);
        }
        Assert.Equal(0, statistics.ThreadTotalLiveCount);
        Assert.True(statistics.DisposedInScopeCount >= 20 * 4);
        weights.Dispose();
    }

    [Fact]
    public void A_tensor_that_leaves_its_scope_keeps_its_values()
    {
        using var outer = torch.NewDisposeScope();
        torch.Tensor kept;
        using (torch.NewDisposeScope())
        {
            var many = Enumerable.Range(0, 100).Select(k => torch.full(2, k)).ToList();
            kept = many[42].MoveToOuterDisposeScope();
        }
        Assert.Equal([42L, 42L], kept.data<long>().ToArray());
        Assert.Equal(1, outer.DisposablesCount);
    }

    [Fact]
    public void A_scope_counts_right_after_tensors_are_disposed_in_any_order()
    {
        using var scope = torch.NewDisposeScope();
        var tensors = Enumerable.Range(0, 50).Select(_ => torch.ones(1)).ToList();
        foreach (int k in new[] { 0, 49, 25, 1, 48 }) tensors[k].Dispose();
        Assert.Equal(45, scope.DisposablesCount);
        Assert.True(scope.Contains(tensors[24]));
        Assert.False(scope.Contains(tensors[25]));
        Assert.All(scope.DisposablesView, item => Assert.False(((torch.Tensor)item).IsInvalid));
    }

    [Fact]
    public void A_view_keeps_the_memory_that_its_base_gave_up()
    {
        var values = torch.arange(6).reshape(2, 3);
        var row = values[1];
        values.Dispose();
        Assert.Equal([3L, 4L, 5L], row.data<long>().ToArray());
        row.Dispose();
    }

    [Fact]
    public void Tensors_forgotten_outside_any_scope_are_released_by_the_garbage_collector()
    {
        var before = torch.Tensor.TotalCount;
        Forget(1000);
        Collect(until: () => torch.Tensor.TotalCount < before + 500);
        Assert.InRange(torch.Tensor.TotalCount, 0, before + 500);
    }

    [Fact]
    public void Tensors_in_a_scope_that_was_forgotten_are_released_too()
    {
        var before = torch.Tensor.TotalCount;
        var thread = new Thread(() =>
        {
            _ = torch.NewDisposeScope();
            Forget(1000);
        });
        thread.Start();
        thread.Join();
        Collect(until: () => torch.Tensor.TotalCount < before + 500);
        Assert.InRange(torch.Tensor.TotalCount, 0, before + 500);
    }

    [Fact]
    public void Array_memory_under_a_tensor_stays_put_while_the_tensor_lives()
    {
        var values = new float[1000];
        using var tensor = torch.from_array(values);
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        tensor.fill_(3);
        Assert.All(values, value => Assert.Equal(3, value));
    }

    private static void Collect(Func<bool> until)
    {
        for (int k = 0; k < 20 && !until(); k++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget(int count)
    {
        for (int k = 0; k < count; k++) torch.ones(1);
    }
}
