using Experiments.Running.Slurm;

namespace Experiments.Tests.Slurm;

public class SlurmScriptTests
{
    [Fact]
    public void Logs_are_found_whatever_the_folder_is_called()
    {
        var script = Script("/a b/50%j/depth-1");

        // sbatch takes %j for the number of the job, and %% for a percent sign
        Assert.Contains("--output=/a b/50%%j/depth-1/logs/%a.log", script.Arguments(tasks: 3));
        Assert.Contains("\n#SBATCH \"--output=/a b/50%%j/depth-1/logs/%a.log\"\n", script.Text(tasks: 3));
    }

    [Theory]
    [InlineData(@"/a\b/depth-1")]
    [InlineData("/a\"b/depth-1")]
    [InlineData("/a\nb/depth-1")]
    public void A_folder_that_sbatch_cannot_be_told_is_refused(string folder) =>
        Assert.Contains("--results", Assert.Throws<SlurmException>(() => Script(folder).Arguments(tasks: 3)).Message);

    [Fact]
    public void An_option_of_the_user_replaces_the_scripts_own()
    {
        var script = Script("/a/depth-1", ("signal", "B:USR1@300"), ("exclusive", ""));

        Assert.Equal(["--signal=B:USR1@300"], script.Arguments(3).Where(option => option.StartsWith("--signal", StringComparison.Ordinal)));
        Assert.Contains("--exclusive", script.Arguments(3));
        Assert.DoesNotContain("@120", script.Text(3));
    }

    private static SlurmScript Script(string folder, params (string Name, string Value)[] others) => new(
        new(folder), "./experiments run depth --on slurm", ["/usr/bin/dotnet", "/a/Recipes.dll"], "/a", new Dictionary<string, string>(),
        new(null, null, null, 1, others.ToDictionary(option => option.Name, option => option.Value)));
}
