using System.Runtime.InteropServices;
using Experiments.Training.Fused;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Training.Fused;

/// <summary>
/// Against libtorch's own draws. On a processor on which libtorch draws in another way there is nothing to compare: the trainer then lets
/// it draw.
/// </summary>
public sealed class MersenneTwisterTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.3)]
    [InlineData(0.9)]
    [InlineData(1)]
    [InlineData(1e-3)]
    public void Masks_are_those_of_bernoulli_bit_for_bit(double probability)
    {
        using var generator = new Generator(7);
        Assert.SkipUnless(MersenneTwister.IsThatOf(generator, probability), "libtorch draws masks in another way on this processor");
        var twister = new MersenneTwister(generator.get_state().bytes.ToArray());

        Assert.All([1, 16, 37, 311, 1, 700, 5000], count =>
        {
            var expected = empty(count).bernoulli_(probability, generator).mul(3).data<float>().ToArray();
            var found = new float[count];
            twister.Bernoulli(found, probability, 3);
            Assert.Equal(expected, found);
        });
        Assert.Equal(generator.get_state().bytes.ToArray(), twister.State());
    }

    [Fact]
    public void Draws_go_on_from_the_middle_of_a_block()
    {
        using var generator = new Generator(8);
        Assert.SkipUnless(MersenneTwister.IsThatOf(generator, 0.5), "libtorch draws masks in another way on this processor");
        empty(4).uniform_(0, 1, generator);
        var twister = new MersenneTwister(generator.get_state().bytes.ToArray());

        var expected = empty(1000).bernoulli_(0.5, generator).data<float>().ToArray();
        var found = new float[1000];
        twister.Bernoulli(found, 0.5, 1);

        Assert.Equal(expected, found);
    }

    [Fact]
    public void After_an_odd_number_of_words_libtorch_draws()
    {
        using var generator = new Generator(8);
        empty(3).uniform_(0, 1, generator);

        Assert.False(MersenneTwister.IsThatOf(generator, 0.5));
    }

    [Fact]
    public void Looking_whether_draws_agree_draws_nothing()
    {
        using var generator = new Generator(9);
        var before = generator.get_state().bytes.ToArray();

        MersenneTwister.IsThatOf(generator, 0.5);

        Assert.Equal(before, generator.get_state().bytes.ToArray());
    }
}
