using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Probes;

/// <summary>
/// Reads one replica's numbers out of a tensor. Sums over them are then taken in the numbers' order and in double precision, so they are the
/// same whoever is trained beside the replica.
/// </summary>
internal static class ReplicaValues
{
    public static float[] Of(Tensor values, int replica) =>
        values.detach().select(0, replica).to(ScalarType.Float32).contiguous().data<float>().ToArray();
}
