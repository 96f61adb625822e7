using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>The initializations that give a tensor a structure.</summary>
internal static class InitStructured
{
    internal static Tensor Eye(Tensor tensor)
    {
        Require(tensor.dim() == 2, "Only tensors with 2 dimensions are supported");
        return torch.nn.init.Untracked(tensor, t =>
        {
            using var eye = torch.eye(t.shape[0], t.shape[1], dtype: t.dtype);
            t.copy_(eye);
        });
    }

    // A convolution with it passes the first channels through.
    internal static Tensor Dirac(Tensor tensor)
    {
        Require(tensor.dim() is 3 or 4 or 5, "Only tensors with 3, 4, or 5 dimensions are supported");
        return torch.nn.init.Untracked(tensor, t =>
        {
            t.fill_(0);
            var shape = t.shape;
            for (var channel = 0L; channel < Math.Min(shape[0], shape[1]); channel++)
            {
                using var scope = torch.NewDisposeScope();
                var centre = t.select(0, channel).select(0, channel);
                foreach (var size in shape[2..])
                    centre = centre.select(0, size / 2);
                centre.fill_(1);
            }
        });
    }

    // The orthogonal factor of a normal matrix, its signs made unique (Saxe et al., 2013).
    internal static Tensor Orthogonal(Tensor tensor, double gain)
    {
        Require(tensor.dim() >= 2, "Only tensors with 2 or more dimensions are supported");
        return torch.nn.init.Untracked(tensor, t =>
        {
            using var scope = torch.NewDisposeScope();
            var rows = t.shape[0];
            var columns = t.numel() / rows;
            var normal = torch.randn(rows, columns, dtype: torch.ScalarType.Float32); // whatever the dtype of the tensor
            if (rows < columns)
                normal = normal.t();
            var (q, r) = NnAten.QR.Call2(normal);
            q.mul_(r.diag().sign());
            if (rows < columns)
                q = q.t();
            t.view(rows, columns).copy_(q);
            t.mul_(gain);
        });
    }

    // Normal, with a share of each column set to zero (Martens, 2010).
    internal static Tensor Sparse(Tensor tensor, double sparsity, double std)
    {
        Require(tensor.dim() == 2, "Only tensors with 2 dimensions are supported");
        return torch.nn.init.Untracked(tensor, t =>
        {
            using var scope = torch.NewDisposeScope();
            var (rows, columns) = (t.shape[0], t.shape[1]);
            var zeros = (long)Math.Ceiling(sparsity * rows);
            t.normal_(0, std);
            for (var column = 0L; column < columns; column++)
            {
                var chosen = torch.randperm(rows, dtype: torch.ScalarType.Int64).narrow(0, 0, zeros);
                t.select(1, column).index_fill_(0, chosen, 0);
            }
        });
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
            throw new ExternalException(message);
    }
}

internal static partial class NnAten
{
    internal static readonly Op QR = new("linalg_qr");
}
