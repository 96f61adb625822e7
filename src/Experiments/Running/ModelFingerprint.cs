namespace Experiments.Running;

/// <summary>
/// A model's fingerprint: the types of its modules, the names and shapes of its parameters, and loss and gradient norm of seed 0 on a few
/// images. A model's name does not say what its method does; where code has changed under one name, the fingerprint does.
/// </summary>
internal static class ModelFingerprint
{
    private const double Tolerance = 1e-3; // between machines and builds of libtorch
    private const string Numbers = "; loss ";

    /// <summary>The fingerprint as text.</summary>
    public static string Of(torch.nn.Module module, double loss, IEnumerable<(string Name, double[] Values)> gradients)
    {
        var types = string.Join(", ", module.modules().Prepend(module).Distinct().Select(part => part.GetType().Name));
        var shapes = string.Join(", ", module.named_parameters().Select(pair => $"{pair.name} {string.Join('x', pair.parameter.shape)}"));
        var norm = Math.Sqrt(gradients.Skip(1).SelectMany(gradient => gradient.Values).Sum(value => value * value));
        return string.Create(CultureInfo.InvariantCulture, $"{types}; {shapes}{Numbers}{loss:G6}, gradient {norm:G6}");
    }

    /// <summary>Whether two fingerprints are of one model.</summary>
    public static bool Fit(string first, string second)
    {
        var (a, b) = (first.Split(Numbers), second.Split(Numbers));
        return a.Length == 2 && b.Length == 2 && a[0] == b[0]
            && a[1].Split(", gradient ").Zip(b[1].Split(", gradient "), (x, y) => AreNear(Parse(x), Parse(y))).All(near => near);
    }

    private static bool AreNear(double a, double b) => a.Equals(b) || Math.Abs(a - b) <= Tolerance * Math.Max(Math.Abs(a), Math.Abs(b));

    private static double Parse(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
