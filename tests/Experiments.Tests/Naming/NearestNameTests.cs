using Experiments.Naming;

namespace Experiments.Tests.Naming;

public class NearestNameTests
{
    [Theory]
    [InlineData("acuracy", "Did you mean 'accuracy'? Known: accuracy, loss.")]
    [InlineData("LOSS", "Did you mean 'loss'? Known: accuracy, loss.")]
    [InlineData("weights", "Known: accuracy, loss.")]
    [InlineData("accur", "Did you mean 'accuracy'? Known: accuracy, loss.")] // a part
    [InlineData("ra", "Known: accuracy, loss.")]
    public void A_name_that_is_nearly_right_is_guessed(string name, string hint) =>
        Assert.Equal(hint, NearestName.Hint(name, ["accuracy", "loss"]));
}
