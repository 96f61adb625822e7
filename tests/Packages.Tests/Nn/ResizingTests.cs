using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Packages.Tests.Nn;

/// <summary>Sequences and images in other sizes.</summary>
public sealed class ResizingTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void The_nearest_value_is_repeated() =>
        Given.Near([1, 1, 2, 2], F.interpolate(tensor(new float[,,] { { { 1, 2 } } }), scale_factor: [2]));

    [Fact]
    public void Between_aligned_corners_a_line_stays_a_line() =>
        Given.Near([0, 1, 2, 3], F.interpolate(tensor(new float[,,] { { { 0, 3 } } }), size: [4], mode: InterpolationMode.Linear, align_corners: true), 1e-6);

    [Fact]
    public void Without_aligned_corners_the_ends_are_flat() =>
        Given.Near([0, 0.75, 2.25, 3], F.interpolate(tensor(new float[,,] { { { 0, 3 } } }), size: [4], mode: InterpolationMode.Linear), 1e-6);

    [Fact]
    public void An_area_is_the_mean_of_what_it_covers() =>
        Given.Near([2.5], F.interpolate(tensor(new float[,,,] { { { { 1, 2 }, { 3, 4 } } } }), size: [1, 1], mode: InterpolationMode.Area));

    [Fact]
    public void The_layer_does_what_the_function_does()
    {
        var image = Given.Sines(1, 1, 2, 3, 4);
        Given.Near(
            Given.Numbers(F.interpolate(image, scale_factor: [2, 3], mode: InterpolationMode.Bilinear, align_corners: false)),
            nn.Upsample(scale_factor: [2, 3], mode: UpsampleMode.Bilinear, align_corners: false).call(image));
        Assert.Equal([6, 12], nn.Upsample(size: [6, 12]).call(image).shape[2..]);
        Assert.Equal([2.0, 3.0], nn.Upsample(scale_factor: [2, 3]).scale_factor.ToArray());
    }

    [Fact]
    public void What_does_not_go_together_is_refused()
    {
        var image = ones(1, 1, 2, 2);
        Assert.Throws<ExternalException>(() => F.interpolate(image));
        Assert.Throws<ExternalException>(() => F.interpolate(image, size: [4, 4], scale_factor: [2, 2]));
        Assert.Throws<ExternalException>(() => F.interpolate(image, size: [4], mode: InterpolationMode.Linear));
        Assert.Throws<ExternalException>(() => F.interpolate(image, size: [4, 4], align_corners: true));
    }
}
