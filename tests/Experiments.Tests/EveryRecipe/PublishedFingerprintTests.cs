using Experiments.Models;
using Experiments.Results;
using Experiments.Running;
using Experiments.Tests.House;

namespace Experiments.Tests.EveryRecipe;

public class PublishedFingerprintTests
{
    [Fact]
    public void Every_model_is_the_one_that_the_published_results_were_trained_with()
    {
        var store = new ResultStore(Path.Combine(Checkout.Root, "data", "published"));
        var compared = 0;
        foreach (var recipe in FewSteps.All)
        {
            var published = store.Records(recipe.Name).ToDictionary(record => ResultKey.Slug(record.Variant));
            foreach (var variant in recipe.Variants(recipe.Defaults).Where(variant => variant.Workload is Model))
            {
                var now = ModelCheck.Of((Model)variant.Workload, variant.Settings.Loss, UsualModels.Images).Fingerprint!;
                Assert.True(
                    ModelFingerprint.Fit(now, published[ResultKey.Slug(variant.Name)].Fingerprint!),
                    $"{recipe.Name}, {variant.Name}: {now}");
                compared++;
            }
        }

        Assert.Equal(362, compared);
    }
}
