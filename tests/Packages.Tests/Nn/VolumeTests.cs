using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Packages.Tests.Nn;

/// <summary>Layers over volumes do to a volume of one slice what the layers over images do to that slice.</summary>
public sealed class VolumeTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Convolutions_of_one_slice_are_those_of_the_image()
    {
        var image = Given.Sines(1, 2, 3, 6, 5).to(float32);
        var flat = Given.Filled(nn.Conv2d(3, 4, 3, padding: 1));
        var deep = Given.Filled(nn.Conv3d(3, 4, (1, 3, 3), padding: (0, 1, 1)));
        Given.Near(Given.Numbers(flat.call(image)), deep.call(image.unsqueeze(2)).squeeze(2), 1e-6);

        var up = Given.Filled(nn.ConvTranspose2d(3, 2, 3, stride: 2));
        var deepUp = Given.Filled(nn.ConvTranspose3d(3, 2, (1, 3, 3), stride: (1, 2, 2)));
        Given.Near(Given.Numbers(up.call(image)), deepUp.call(image.unsqueeze(2)).squeeze(2), 1e-6);
    }

    [Fact]
    public void Pooling_of_one_slice_is_that_of_the_image()
    {
        var image = Given.Sines(1, 2, 3, 6, 4);
        var volume = image.unsqueeze(2);
        Given.Near(Given.Numbers(nn.MaxPool2d(2).call(image)), nn.MaxPool3d((1, 2, 2)).call(volume));
        Given.Near(Given.Numbers(nn.AvgPool2d(2).call(image)), nn.AvgPool3d((1, 2, 2)).call(volume));
        Given.Near(Given.Numbers(nn.AdaptiveAvgPool2d(2).call(image)), nn.AdaptiveAvgPool3d((1, 2, 2)).call(volume));
        Given.Near(Given.Numbers(nn.AdaptiveMaxPool1d(1).call(image.flatten(2))), nn.AdaptiveMaxPool2d([1, 1]).call(image));
    }

    [Fact]
    public void A_convolution_of_one_voxel_is_a_product_and_too_few_channels_are_refused()
    {
        var layer = Given.Filled(nn.Conv3d(1, 1, 1));
        Given.Near([3 * Math.Sin(1) + Math.Sin(2)], layer.call(full([1, 1, 1, 1, 1], 3f)), 1e-6);
        Assert.Throws<ArgumentException>(() => layer.call(zeros([1, 2, 1, 1, 1])));
        Assert.Throws<ArgumentException>(() => layer.call(zeros(2, 2)));
    }

    [Fact]
    public void Each_channel_of_a_volume_is_normalized_by_itself()
    {
        var normal = nn.InstanceNorm3d(2).call(Given.Sines(1, 1, 2, 2, 3, 4).to(float32)).flatten(2);
        Given.Near([0, 0], normal.mean([2]), 1e-6);
        Given.Near([1, 1], normal.var(2, unbiased: false), 1e-3);
    }

    [Fact]
    public void Responses_are_divided_by_those_of_the_neighbouring_channels()
    {
        // Three channels of ones under a window of three: the outer ones have one neighbour, the inner one two.
        var found = nn.LocalResponseNorm(3, alpha: 3, beta: 1, k: 1).call(ones(1, 3, 1));
        Given.Near([1 / 3.0, 1 / 4.0, 1 / 3.0], found, 1e-6);
        Assert.Throws<ArgumentException>(() => F.local_response_norm(ones(2, 3), 3));
    }

    [Fact]
    public void A_power_pool_of_degree_two_is_the_length_of_a_window()
    {
        Given.Near([5], nn.LPPool1d(2, 2).call(tensor(new float[,,] { { { 3, 4 } } })), 1e-6);
        Given.Near([2], nn.LPPool2d(2, 2).call(ones(1, 1, 2, 2)), 1e-6);
    }

    [Fact]
    public void Channels_are_dealt_out_to_the_groups() =>
        Given.Near([0, 2, 1, 3], nn.ChannelShuffle(2).call(arange(4, dtype: float32).view(1, 4, 1, 1)));
}
