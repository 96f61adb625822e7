using Experiments.Data;

namespace Experiments.Tests.Data;

/// <summary>The real MNIST, where the environment variable EXPERIMENTS_DATA says it lies; tests that need it skip without.</summary>
internal static class RealMnist
{
    public static string Folder()
    {
        string? value = Environment.GetEnvironmentVariable("EXPERIMENTS_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(value), "EXPERIMENTS_DATA is not set: it names the folder with MNIST");
        string? folder = new[] { value!, Path.Combine(value!, "mnist") }.FirstOrDefault(Mnist.IsIn);
        Assert.SkipWhen(folder is null, $"EXPERIMENTS_DATA={value} has no MNIST in it or in its mnist/");
        return folder!;
    }
}
