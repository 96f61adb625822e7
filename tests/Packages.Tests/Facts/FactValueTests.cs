namespace Packages.Tests.Facts;

public sealed class FactValueTests
{
    [Theory]
    [InlineData("Float32[2]{1 2.5}", "Float32[2]{1.000009 2.5}", true)]
    [InlineData("Float32[2]{1 2.5}", "Float32[2]{1.00002 2.5}", false)]
    [InlineData("Float64[]{1}", "Float64[]{1.0000000000009}", true)]
    [InlineData("Float64[]{1}", "Float64[]{1.000009}", false)]
    [InlineData("Single[1|2]", "Single[1.000009|2]", true)]
    [InlineData("Double[0.1|2]", "Double[0.100001|2]", false)]
    [InlineData("0.25", "0.2500000001", true)]
    [InlineData("0.25", "0.25000001", false)]
    public void A_number_may_differ_by_what_its_type_can_hold(string expected, string actual, bool same) =>
        Assert.Equal(same, FactValue.Same(expected, actual));

    [Theory]
    [InlineData("Int64[1]{1000000000000}", "Int64[1]{1000000000001}")]
    [InlineData("Float32[2]{1 2}", "Float32[1]{1 2}")]
    [InlineData("Float32[2]{1 2}", "Float64[2]{1 2}")]
    [InlineData("Float32[2]{1 2}", "Float32[2]{1 NaN}")]
    [InlineData("Float32[2]{1 2}", "Float32[2]{1 2 3}")]
    [InlineData("[2, 3]", "[2, 4]")]
    [InlineData("Conv1d", "Conv2d")]
    [InlineData("", "x")]
    public void Shapes_types_integers_and_text_are_exact(string expected, string actual) => Assert.False(FactValue.Same(expected, actual));

    [Fact]
    public void What_cancellation_leaves_is_compared_on_the_scale_of_the_tensor() =>
        Assert.True(FactValue.Same("Float32[2]{1E-09 10}", "Float32[2]{-3E-09 10}"));

    [Theory]
    [InlineData("ExternalException: shape '[4, 2]' is invalid", "ExternalException: other words", true)]
    [InlineData("ArgumentException: tensors", "ArgumentException: other words", false)]
    [InlineData("ExternalException: x", "ArgumentException: x", false)]
    public void The_message_of_a_native_exception_is_ignored_and_its_type_is_not(string expected, string actual, bool same) =>
        Assert.Equal(same, FactValue.Same(expected, actual));

    [Fact]
    public void Comments_are_no_facts_and_a_repeated_name_is_numbered_in_order() =>
        Assert.Equal([new Fact("a", "1"), new Fact("b.c", ""), new Fact("a (2)", "x: y")], Fact.Read(["# a: 0", "", "a: 1", "b.c: ", "a: x: y"]));
}
