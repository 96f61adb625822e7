using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                // input (length, batch, ...) and the length of each sequence; enforce_sorted says that they come longest first.
                public static PackedSequence pack_padded_sequence(Tensor input, Tensor lengths, bool batch_first = false, bool enforce_sorted = true) =>
                    PackedSequence.Create(() => Pack(input, lengths, batch_first, enforce_sorted));

                public static PackedSequence pack_sequence(IEnumerable<Tensor> sequences, bool enforce_sorted = true) => PackedSequence.Create(() =>
                {
                    var all = sequences.ToArray();
                    using var lengths = torch.tensor(all.Select(sequence => sequence.shape[0]).ToArray());
                    using var padded = pad_sequence(all);
                    return Pack(padded, lengths, false, enforce_sorted);
                });

                public static Tensor pad_sequence(IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0.0) =>
                    NnAten.PadSequence.Call(Arg.All(sequences), batch_first, padding_value);

                public static (Tensor, Tensor) pad_packed_sequence(
                    PackedSequence sequence, bool batch_first = false, double padding_value = 0.0, long? total_length = null)
                {
                    var longest = sequence.batch_sizes.shape[0];
                    if (total_length < longest)
                    {
                        throw new ExternalException("Expected total_length to be at least the length of the longest sequence in input, "
                            + $"but got total_length={total_length} and max sequence length being {longest}");
                    }

                    var (padded, lengths) = NnAten.PadPackedSequence.Call2(
                        sequence.data, sequence.batch_sizes, batch_first, (Scalar)padding_value, total_length ?? longest);
                    if (sequence.unsorted_indices.IsInvalid)
                        return (padded, lengths);
                    using (padded)
                    using (lengths)
                        return (padded.index_select(batch_first ? 0 : 1, sequence.unsorted_indices), lengths.index_select(0, sequence.unsorted_indices));
                }

                private static (Tensor, Tensor, Tensor?, Tensor?) Pack(Tensor input, Tensor lengths, bool batch_first, bool enforce_sorted)
                {
                    if (enforce_sorted)
                    {
                        var (data, batchSizes) = NnAten.PackPaddedSequence.Call2(input, lengths, batch_first);
                        return (data, batchSizes, null, null);
                    }

                    var (sortedLengths, order) = NnAten.Sort.Call2(lengths, -1L, true);
                    using (sortedLengths)
                    using (var sorted = input.index_select(batch_first ? 0 : 1, order))
                    {
                        var (data, batchSizes) = NnAten.PackPaddedSequence.Call2(sorted, sortedLengths, batch_first);
                        return (data, batchSizes, order, order.argsort());
                    }
                }
            }
        }
    }
}

internal static partial class NnAten
{
    internal static readonly Op Sort = new("sort");
    internal static readonly Op PadSequence = new("pad_sequence");
    internal static readonly Op PackPaddedSequence = new("_pack_padded_sequence");
    internal static readonly Op PadPackedSequence = new("_pad_packed_sequence");
}
