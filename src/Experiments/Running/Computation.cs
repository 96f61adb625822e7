namespace Experiments.Running;

/// <summary>
/// Something that a variant computes for every seed without training a network, such as the norm of a product of matrices. It runs on a
/// worker thread, with a dispose scope around it. What it draws from libtorch's generator, such as initial values of <c>nn.Linear</c>,
/// comes from the seed. Its results are hashed with all settings of its variant: give it those that it reads.
/// </summary>
/// <param name="Description">
/// Names the computation and everything in it that is not in the settings; part of the hash of the results.
/// </param>
/// <param name="Compute">
/// Gives a seed's rows. They may come one by one: other cells draw in between. Long ones ask the token now and then.
/// </param>
public sealed record Computation(string Description, Func<RandomStreams, CancellationToken, IEnumerable<Measurement>> Compute) : Workload
{
    /// <inheritdoc/>
    public override string Description { get; } = Description;

    /// <summary>A seed's rows. What it draws comes from the seed. Between two rows others may draw.</summary>
    internal IReadOnlyList<Measurement> Rows(RandomStreams streams, CancellationToken cancellation)
    {
        using var generator = new CellGenerator(streams, "computation");
        using var computed = generator.Run(() => Compute(streams, cancellation).GetEnumerator());
        List<Measurement> rows = [];
        while (generator.Run(computed.MoveNext))
        {
            rows.Add(Cell.Checked(computed.Current));
        }

        return rows;
    }
}
