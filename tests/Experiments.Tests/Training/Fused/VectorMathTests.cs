using Experiments.Training.Fused;

namespace Experiments.Tests.Training.Fused;

/// <summary>Against double precision, over a million floats evenly spread over all bit patterns: every exponent and both signs.</summary>
public class VectorMathTests
{
    private const int Arguments = 1_048_576;

    [Fact]
    public void Exp_is_right_to_2_units_in_the_last_place() => Assert.InRange(WorstError(values => VectorMath.Exp(values), Math.Exp), 0, 2);

    [Fact]
    public void Sigmoid_is_right_to_2_units_in_the_last_place() =>
        Assert.InRange(WorstError(values => VectorMath.Sigmoid(values), x => 1 / (1 + Math.Exp(-x))), 0, 2);

    [Fact]
    public void Tanh_is_right_to_2_units_in_the_last_place() =>
        Assert.InRange(WorstError(values => VectorMath.Tanh(values), Math.Tanh), 0, 2);

    [Fact]
    public void Elu_is_right_to_2_units_in_the_last_place() =>
        Assert.InRange(WorstError(values => VectorMath.Elu(values), x => x > 0 ? x : ExpM1(x)), 0, 2);

    [Fact]
    public void Leaky_ReLU_is_right_to_2_units_in_the_last_place() =>
        Assert.InRange(WorstError(values => VectorMath.LeakyRelu(values), x => x > 0 ? x : 0.01 * x), 0, 2);

    [Fact]
    public void Tanh_is_0_at_0_and_keeps_its_sign()
    {
        float[] values = [0f, -0f];
        VectorMath.Tanh(values);

        Assert.Equal([0x00000000, unchecked((int)0x80000000)], values.Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void Tanh_is_odd()
    {
        var positive = All().Where(x => x > 0).ToArray();
        var negative = positive.Select(x => -x).ToArray();
        VectorMath.Tanh(positive);
        VectorMath.Tanh(negative);

        Assert.Equal(positive, negative.Select(y => -y));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(16)]
    [InlineData(33)]
    public void A_value_does_not_depend_on_where_it_stands(int length)
    {
        var values = Enumerable.Repeat(0.3f, length).ToArray();
        VectorMath.Sigmoid(values);

        Assert.Single(values.Distinct());
    }

    // .NET's own is Math.Exp(x) − 1, which loses all digits near 0.
    private static double ExpM1(double x) => Math.Abs(x) > 1e-3 ? Math.Exp(x) - 1 : x * (1 + (x / 2 * (1 + (x / 3 * (1 + (x / 4))))));

    private static double WorstError(Action<float[]> replace, Func<double, double> exact)
    {
        var (x, y) = (All(), All());
        replace(y);
        return x.Zip(y, (argument, value) => Units(value, exact(argument))).Max();
    }

    private static float[] All() =>
        [.. Enumerable.Range(0, Arguments).Select(index =>
            BitConverter.UInt32BitsToSingle((uint)index * (uint)((1L << 32) / Arguments) + (uint)(index % 4096)))];

    // |value − exact| in units of the last place of a float of this size; infinite where one is a number and the other is not.
    private static double Units(float value, double exact)
    {
        if (float.IsNaN(value) || double.IsNaN(exact) || float.IsInfinity((float)exact))
        {
            return value.Equals((float)exact) ? 0 : double.PositiveInfinity;
        }

        var exponent = Math.Max(-126, exact == 0 ? -126 : Math.ILogB(exact));
        return Math.Abs(value - exact) / Math.ScaleB(1, exponent - 23);
    }
}
