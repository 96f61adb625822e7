using Experiments.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Models;

[Collection(nameof(Alone))]
public class ModelTests
{
    public static TheoryData<Model, string> Names => new()
    {
        { Model.Of(SmallModels.Cnn), "SmallModels.Cnn()" },
        { Model.Of<int>(Of, 3), "ModelTests.Of(argument: 3)" },
        { Model.Of<int>(Of, -3), "ModelTests.Of(argument: -3)" },
        { Model.Of<double>(Of, 0.1), "ModelTests.Of(argument: 0.1)" },
        { Model.Of<double>(Of, 1e-7), "ModelTests.Of(argument: 1E-07)" },
        { Model.Of<float>(Of, 0.1f), "ModelTests.Of(argument: 0.1)" },
        { Model.Of<decimal>(Of, 1.50m), "ModelTests.Of(argument: 1.50)" },
        { Model.Of<bool>(Of, true), "ModelTests.Of(argument: true)" },
        { Model.Of<string>(Of, "wide"), "ModelTests.Of(argument: wide)" },
        { Model.Of<string?>(Of, null), "ModelTests.Of(argument: null)" },
        { Model.Of<DayOfWeek>(Of, DayOfWeek.Friday), "ModelTests.Of(argument: Friday)" },
        { Model.Of<Activation>(Of, Activation.Relu), "ModelTests.Of(argument: ReLU)" },
        { Model.Of<Initializer>(Of, Initializer.HeNormal with { Gain = 1.5 }), "ModelTests.Of(argument: He with gain 1.5)" },
        { Model.Of<int[]>(Of, [784, 30, 10]), "ModelTests.Of(argument: [784 30 10])" },
        { Model.Of<int[][]>(Of, [[1], [2, 3]]), "ModelTests.Of(argument: [[1] [2 3]])" },
        { Model.Of<int, int>(Optional, 3, 30), "ModelTests.Optional(hidden: 3)" },
        { Model.Of<int, int>(Optional, 3, 64), "ModelTests.Optional(hidden: 3, width: 64)" },
        { Model.Of(SmallModels.Mlp, new[] { 4, 3 }, Activation.Tanh, Initializer.Zeros),
            "SmallModels.Mlp(sizes: [4 3], activation: tanh, weights: zeros)" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_model_is_named_by_its_method_and_arguments(Model model, string name) => Assert.Equal(name, model.Description);

    [Fact]
    public void A_lambda_is_refused() =>
        AssertRefused(() => Model.Of(() => nn.Linear(1, 1)), "cannot be a lambda or a local function", "write a static method");

    [Fact]
    public void A_local_function_is_refused()
    {
        AssertRefused(() => Model.Of(Local), "cannot be a lambda or a local function", "write a static method");

        static nn.Module<Tensor, Tensor> Local() => nn.Linear(1, 1);
    }

    [Fact]
    public void The_method_of_an_instance_is_refused() =>
        AssertRefused(() => Model.Of(OfInstance), "ModelTests.OfInstance belongs to an object", "make it static");

    [Fact]
    public void An_argument_without_a_stable_text_is_refused() =>
        AssertRefused(() => Model.Of<object>(Of, new()), "ModelTests.Of: the argument argument is a Object, which has no stable text",
            "Pass numbers, texts, enums");

    [Fact]
    public void A_list_with_one_element_without_a_stable_text_is_refused() =>
        AssertRefused(() => Model.Of<object[]>(Of, [1, new Random(1)]), "the argument argument is a Object[]", "IStableText");

    [Fact]
    public void Models_of_the_same_method_and_arguments_are_equal()
    {
        Assert.Equal(Model.Of<int[]>(Of, [1, 2]), Model.Of<int[]>(Of, [1, 2]));
        Assert.Equal(Model.Of<int[]>(Of, [1, 2]).GetHashCode(), Model.Of<int[]>(Of, [1, 2]).GetHashCode());
        Assert.NotEqual(Model.Of<int[]>(Of, [1, 2]), Model.Of<int[]>(Of, [2, 1]));
    }

    [Fact]
    public void Methods_of_the_same_name_in_classes_of_the_same_name_are_different_models()
    {
        var (first, second) = (Model.Of(First.Nets.Net), Model.Of(Second.Nets.Net));

        Assert.Equal(first.Description, second.Description);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void A_model_that_cannot_be_built_says_which_and_why()
    {
        var problem = Assert.Throws<InvalidOperationException>(() => Model.Of(Broken, 7).Build(0));

        Assert.Equal("ModelTests.Broken(units: 7) cannot be built: 7 units are too many", problem.Message);
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void A_seed_builds_the_same_bytes_each_time_and_another_seed_builds_others(Model model)
    {
        var first = BytesOf(model, seed: 3);

        Assert.Equal(first, BytesOf(model, seed: 3));
        Assert.NotEqual(first, BytesOf(model, seed: 4));
    }

    public static TheoryData<Model> AllKinds =>
    [
        Model.Of(SmallModels.Mlp, new[] { 36, 20, 10 }, Activation.Tanh, Initializer.LeCunNormal), Model.Of(SmallModels.Cnn),
        Model.Of(SmallModels.Lstm),
        Model.Of(SmallModels.OwnClass), Model.Of(SmallModels.FunctionalDropout),
    ];

    // Most draws come before and after a build or wait for it: a build holds the generator for as long as it takes.
    [Fact]
    public void A_seed_builds_the_same_bytes_while_another_thread_builds_too()
    {
        var model = Model.Of(SmallModels.Cnn);
        var (quiet, isOver, others) = (BytesOf(model, seed: 3), false, 0);
        var drawing = new Thread(() =>
        {
            while (!Volatile.Read(ref isOver))
            {
                using var scope = NewDisposeScope();
                using var other = Model.Of(SmallModels.Lstm).Build(others++);
            }
        });
        drawing.Start();
        try
        {
            Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(quiet, BytesOf(model, seed: 3)));
        }
        finally
        {
            Volatile.Write(ref isOver, true);
            drawing.Join();
        }

        Assert.True(others > 10, $"{others} other models");
    }

    [Fact]
    public void Another_last_layer_leaves_the_first_layers_initial_weights_as_they_are()
    {
        using var scope = NewDisposeScope();
        using var shallow = Model.Of(SmallModels.Mlp, new[] { 6, 5, 3 }, Activation.Tanh, Initializer.LeCunNormal).Build(7);
        using var deep = Model.Of(SmallModels.Mlp, new[] { 6, 5, 5, 3 }, Activation.Tanh, Initializer.LeCunNormal).Build(7);

        Assert.Equal(shallow.parameters().First().bytes.ToArray(), deep.parameters().First().bytes.ToArray());
    }

    private static void AssertRefused(Func<Model> create, params string[] texts)
    {
        var message = Assert.Throws<ArgumentException>(create).Message;
        Assert.All(texts, text => Assert.Contains(text, message, StringComparison.Ordinal));
    }

    private static string BytesOf(Model model, int seed)
    {
        using var scope = NewDisposeScope();
        using var module = model.Build(seed);
        return StateOf.Module(module);
    }

    private static nn.Module<Tensor, Tensor> Optional(int hidden, int width = 30) => nn.Linear(hidden, width);

    private static nn.Module<Tensor, Tensor> Of<T>(T argument) => nn.Linear(1, 1);

    private static nn.Module<Tensor, Tensor> Broken(int units) => throw new ArgumentException($"{units} units are too many");

    private nn.Module<Tensor, Tensor> OfInstance() => nn.Linear(1, 1);

    private static class First
    {
        public static class Nets
        {
            public static nn.Module<Tensor, Tensor> Net() => nn.Linear(1, 1);
        }
    }

    private static class Second
    {
        public static class Nets
        {
            public static nn.Module<Tensor, Tensor> Net() => nn.Linear(2, 2);
        }
    }
}
