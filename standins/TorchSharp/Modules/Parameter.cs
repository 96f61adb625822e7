namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
        }
    }

    public static partial class TensorExtensionMethods
    {
        public static Parameter AsParameter(this Tensor tensor) => new(tensor);
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A tensor that a module registers as its parameter. It takes over the data's native tensor and its place in the dispose scope.</summary>
    public class Parameter : Tensor
    {
        public Parameter(Tensor data, bool requires_grad = true)
            : base(data.requires_grad_(requires_grad).MoveHandle(), register: false)
        {
            if (data.OwningDisposeScope is null)
                Guard();
            else
                DisposeScope.ReplaceWith(data, this);
        }
    }
}
