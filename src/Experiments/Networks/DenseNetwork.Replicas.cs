using System.Runtime.InteropServices;
using Experiments.Networks.Vectors;
using static TorchSharp.torch;

namespace Experiments.Networks;

// The same passes in plain memory, replica by replica. The parameters above remain the network: a replica is a copy that is brought up to date
// before it is used and brought back after it was trained.
internal sealed partial class DenseNetwork
{
    // Activations of so many images at a time stay in the processor's cache.
    private const int ImagesAtATime = 100;

    private DenseReplica[]? tested; // memory for passes forward outside training
    private SparseRows? rows;
    private DenseReplica? probed; // memory for gradients outside training

    /// <summary>Whether replicas in plain memory compute what this network's operators do: in single precision, unless weights are dropped.</summary>
    public bool HasReplicas => plan.Precision == ScalarType.Float32 && (plan.Dropout.DropRate == 0 || plan.Dropout.Form != DropoutForm.DropConnect);

    /// <summary>A replica's memory, still without its parameters.</summary>
    public DenseReplica NewReplica(int batchSize) => new(plan.Sizes, plan.Activation, batchSize, dropsUnits: plan.Dropout.DropRate > 0);

    /// <summary>Gives a replica in plain memory this network's parameters.</summary>
    public void Load(int replica, DenseReplica to)
    {
        for (var layer = 0; layer < layers.Length; layer++)
        {
            to.Weight(layer).CopyFrom(Numbers(layers[layer].Weight, replica));
            to.Bias(layer).CopyFrom(Numbers(layers[layer].Bias, replica));
        }
    }

    /// <summary>Brings a replica's parameters back.</summary>
    public void Store(int replica, DenseReplica from)
    {
        for (var layer = 0; layer < layers.Length; layer++)
        {
            from.Weight(layer).CopyTo(Numbers(layers[layer].Weight, replica));
            from.Bias(layer).CopyTo(Numbers(layers[layer].Bias, replica));
        }
    }

    /// <summary>Draws dropout's factors for a batch, or sets those of testing.</summary>
    public void SetFactors(int replica, DenseReplica of, int images)
    {
        for (var hidden = 1; plan.Dropout.DropRate > 0 && hidden < layers.Length; hidden++)
        {
            var factors = of.Factors(hidden - 1).Top(images);
            if (training)
            {
                masks.Draw(hidden, replica, factors);
            }
            else
            {
                for (var image = 0; image < images; image++)
                {
                    factors.Row(image).Fill((float)plan.Dropout.TestFactor);
                }
            }
        }
    }

    // Masks that several replicas draw in turn, or that are held, are the operators' business.
    private bool CanUseReplicas(Tensor images) =>
        HasReplicas && !is_grad_enabled() && !(training && plan.Dropout.DropRate > 0) && images.dtype == ScalarType.Float32 && images.stride(2) == 1;

    private Tensor ForwardOfReplicas(Tensor images)
    {
        var (pixels, classes) = (plan.Sizes[0], plan.Sizes[^1]);
        var logits = empty(images.shape[0], images.shape[1], classes);
        tested ??= [.. Enumerable.Range(0, (int)images.shape[0]).Select(_ => NewReplica(ImagesAtATime))];
        for (var replica = 0; replica < tested.Length; replica++)
        {
            Load(replica, tested[replica]);
            SetFactors(replica, tested[replica], ImagesAtATime);
        }

        rows ??= new(ImagesAtATime, pixels);
        for (var start = 0; start < images.shape[1]; start += ImagesAtATime)
        {
            var count = (int)Math.Min(ImagesAtATime, images.shape[1] - start);
            for (var replica = 0; replica < tested.Length; replica++)
            {
                if (replica == 0 || images.stride(0) != 0)
                {
                    rows.Set(Numbers(images, replica).Slice(start * pixels, count * pixels));
                }

                tested[replica].Forward(rows, count);
                tested[replica].Logits.Top(count).CopyTo(Numbers(logits, replica)[(start * classes)..]);
            }
        }

        return logits;
    }

    // Every replica goes forward twice, the second time to keep what its pass backward needs: in memory for one.
    private Tensor[] GradientsOfReplicas(Tensor images, Func<Tensor, Tensor> logitGradient)
    {
        var (count, batch) = ((int)images.shape[0], (int)images.shape[1]);
        var network = probed = probed?.Input.Rows == batch ? probed : NewReplica(batch);
        var logits = empty(count, batch, plan.Sizes[^1]);
        for (var replica = 0; replica < count; replica++)
        {
            Forward(replica);
            network.Logits.CopyTo(Numbers(logits, replica));
        }

        var outputGradient = logitGradient(logits).contiguous();
        var gradients = Trained.Select(parameter => empty_like(parameter.Value.detach())).ToArray();
        for (var replica = 0; replica < count; replica++)
        {
            Forward(replica);
            network.LogitGradient.CopyFrom(Numbers(outputGradient, replica));
            network.Backward(batch);
            for (var layer = 0; layer < layers.Length; layer++)
            {
                network.WeightGradient(layer).CopyTo(Numbers(gradients[2 * layer], replica));
                network.BiasGradient(layer).CopyTo(Numbers(gradients[(2 * layer) + 1], replica));
            }
        }

        return gradients;

        void Forward(int replica)
        {
            Load(replica, network);
            SetFactors(replica, network, batch);
            network.Input.CopyFrom(Numbers(images, replica));
            network.Forward(batch);
        }
    }

    // One replica's part of a tensor whose leading axis counts replicas; the axis may be expanded, the rest lies in one piece.
    private static Span<float> Numbers(Tensor values, int replica)
    {
        using var scope = NewDisposeScope();
        return MemoryMarshal.Cast<byte, float>(values.detach().select(0, replica).bytes);
    }
}
