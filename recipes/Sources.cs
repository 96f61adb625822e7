namespace Experiments.Recipes;

/// <summary>The works that recipes take their sentences from.</summary>
internal static class Sources
{
    public static Source Nielsen(string place) => new("M. Nielsen, Neural Networks and Deep Learning", place)
    {
        Link = place.StartsWith("ch. ", StringComparison.Ordinal) && char.IsAsciiDigit(place[4])
            ? $"http://neuralnetworksanddeeplearning.com/chap{place[4]}.html" : "http://neuralnetworksanddeeplearning.com/",
    };

    public static Source Ng(string place) => new("A. Ng, Deep Learning, course 2", place)
    {
        Link = "https://www.coursera.org/learn/deep-neural-network",
    };

    public static Source ImprovingNetworks(string place) => new("Course notes on improving a network", place);

    public static Source He(string place) => new("He et al. 2015, Delving Deep into Rectifiers", place)
    {
        Link = "https://arxiv.org/abs/1502.01852",
    };

    public static Source Srivastava(string place) => new("Srivastava et al. 2014, Dropout", place)
    {
        Link = "https://jmlr.org/papers/v15/srivastava14a.html",
    };

    public static Source DeepVision(string place) => new("DL-CV notes on regularization and dropout (after CS231n)", place);

    public static Source TrainingTricks(string place) => new("Notes on Hung-yi Lee's lecture on training tricks", place);

    public static Source Maas(string place) =>
        new("Maas et al. 2013, Rectifier Nonlinearities Improve Neural Network Acoustic Models", place);

    public static Source Clevert => new("Clevert et al. 2016, Fast and Accurate Deep Network Learning by ELUs", "abstract");

    public static Source Pascanu(string place) => new("Pascanu et al. 2013, On the Difficulty of Training Recurrent Networks", place);

    public static Source Ioffe(string place) => new("Ioffe and Szegedy 2015, Batch Normalization", place);

    public static Source ResNet(string place) => new("He et al. 2016, Deep Residual Learning for Image Recognition", place);

    public static Source Script => new("A plain PyTorch script with the source's settings", "bench/peers");
}
