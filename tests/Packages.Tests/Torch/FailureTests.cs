using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Packages.Tests.Torch;

/// <summary>An operator that refuses its arguments throws, and nothing else happens.</summary>
public sealed class FailureTests
{
    [Fact]
    public void Work_goes_on_after_many_errors()
    {
        using var scope = torch.NewDisposeScope();
        var a = torch.ones(2, 3);
        var b = torch.ones(2, 3);
        var count = scope.DisposablesCount;
        for (int k = 0; k < 200; k++) Assert.Throws<ExternalException>(() => a.mm(b));
        Assert.Equal(count, scope.DisposablesCount);
        Assert.Equal([3f, 3f, 3f, 3f], a.mm(b.t()).data<float>().ToArray());
    }

    [Fact]
    public void The_message_is_libtorchs_own()
    {
        using var scope = torch.NewDisposeScope();
        var error = Assert.Throws<ExternalException>(() => torch.ones(2, 3) + torch.ones(2, 2));
        Assert.StartsWith("The size of tensor a (3) must match the size of tensor b (2)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Backward_can_be_called_again_after_it_has_failed()
    {
        using var scope = torch.NewDisposeScope();
        var x = torch.ones(2, requires_grad: true);
        Assert.Throws<ExternalException>(() => (x * 2).backward());
        (x * 2).sum().backward();
        Assert.Equal([2f, 2f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void An_error_inside_no_grad_does_not_leave_the_mode_on()
    {
        using var scope = torch.NewDisposeScope();
        Assert.Throws<ExternalException>(() =>
        {
            using var off = torch.no_grad();
            torch.ones(2).view(3);
        });
        Assert.True(torch.is_grad_enabled());
    }

    [Fact]
    public async Task Threads_report_their_own_errors()
    {
        var messages = await Task.WhenAll(Enumerable.Range(3, 8).Select(size => Task.Run(() => Enumerable.Range(0, 50).Select(_ =>
        {
            using var scope = torch.NewDisposeScope();
            return Assert.Throws<ExternalException>(() => torch.ones(2).reshape(size)).Message.Split('\n')[0];
        }).Distinct().Single())));
        Assert.Equal(Enumerable.Range(3, 8).Select(size => $"shape '[{size}]' is invalid for input of size 2"), messages);
    }

    [Fact]
    public void Wrong_arguments_are_named_before_libtorch_sees_them()
    {
        using var scope = NewDisposeScope();
        var (row, square, index) = (ones(3), ones(2, 2), tensor([0]));
        Assert.Throws<InvalidOperationException>(() => row.is_nonzero());
        Assert.Throws<InvalidOperationException>(() => row.vdot(ones(2)));
        Assert.Throws<ArgumentException>(() => row.index_fill(0, index, 1));
        Assert.Throws<ArgumentException>(() => row.index_copy(0, index, ones(1)));
        Assert.Throws<ArgumentException>(() => row.masked_select(index));
        Assert.Throws<ArgumentException>(() => row.slice(0, 0, 2, 0));
        Assert.Throws<ArgumentException>(() => row.trace());
        Assert.Throws<ArgumentException>(() => row.lcm(row));
        Assert.Throws<ArgumentException>(() => square.unflatten(2, 1, 1));
        Assert.Throws<ArgumentException>(() => combinations(square));
        Assert.Throws<ArgumentException>(() => nn.functional.one_hot(index));
        Assert.Throws<NotImplementedException>(() => row.diff(2));
    }
}
