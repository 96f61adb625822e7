using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>One call of a function with a backward of its own, and the node that it leaves in the graph.</summary>
internal sealed unsafe class FunctionCall(
    Func<torch.autograd.AutogradContext, object[], List<Tensor>> forward, Func<torch.autograd.AutogradContext, List<Tensor>, List<Tensor>> backward,
    string name)
{
    private readonly torch.autograd.AutogradContext _context = new();
    private readonly List<bool> _isTensor = [];
    private nint _message;

    internal List<Tensor> Run(object[] arguments)
    {
        _isTensor.AddRange(arguments.Select(argument => argument is Tensor { IsInvalid: false }));
        var inputs = arguments.OfType<Tensor>().Where(tensor => !tensor.IsInvalid).ToArray();
        var node = torch.is_grad_enabled() && inputs.Any(tensor => tensor.requires_grad) ? NewNode(inputs) : 0;
        try
        {
            List<Tensor> outputs;
            using (torch.no_grad())
                outputs = forward(_context, arguments);
            outputs = Wrapped(node, inputs, outputs);
            if (node != 0)
                Save(node);
            return outputs;
        }
        finally
        {
            if (node != 0)
                Native.standin_release_node(node);
        }
    }

    private nint NewNode(Tensor[] inputs)
    {
        nint node;
        var state = GCHandle.ToIntPtr(GCHandle.Alloc(this));
        fixed (nint* handles = Handles(inputs))
            Native.Check(Native.standin_new_node(&Backward, &Forget, state, handles, inputs.Length, &node));
        GC.KeepAlive(inputs);
        return node;
    }

    private List<Tensor> Wrapped(nint node, Tensor[] inputs, List<Tensor> outputs)
    {
        nint* wrapped;
        fixed (nint* given = Handles(inputs), constant = Handles(_context.NonDifferentiable), dirty = Handles(_context.Dirty), raw = Handles(outputs))
        {
            Native.Check(Native.standin_wrap_outputs(
                node, given, inputs.Length, constant, _context.NonDifferentiable.Count, dirty, _context.Dirty.Count, raw, outputs.Count,
                _context.MaterializeGrads ? 1 : 0, &wrapped));
        }

        GC.KeepAlive(inputs);
        GC.KeepAlive(outputs);
        return [.. Op.Take(wrapped, outputs.Count)];
    }

    private void Save(nint node)
    {
        nint weak;
        fixed (nint* kept = Handles(_context.Kept))
            Native.Check(Native.standin_save_for_backward(node, kept, _context.Kept.Count, &weak));
        _context.save_for_backward([]);
        _context.Node = weak;
    }

    // A gradient for each tensor among the arguments; for the other arguments there must be none.
    private void Gradients(nint* grads, int count, nint* results)
    {
        var given = new List<Tensor>(count);
        for (var k = 0; k < count; k++)
            given.Add(grads[k] == 0 ? Tensor.Invalid() : new Tensor(grads[k]));
        var found = backward(_context, given);
        if (found.Count > _isTensor.Count && found.Skip(_isTensor.Count).All(IsNone))
            found = found[.._isTensor.Count];
        if (found.Count != _isTensor.Count)
            throw new NotImplementedException($"Function {name} returned an incorrect number of gradients (expected {_isTensor.Count}), got {found.Count}");
        for (int k = 0, next = 0; k < found.Count; k++)
        {
            if (_isTensor[k])
                results[next++] = IsNone(found[k]) ? 0 : Shared(found[k]);
            else if (!IsNone(found[k]))
                throw new NotImplementedException($"Function {name} returned a gradient different that is defined at position {k + 1}, but the corresponding forward input was not a Tensor");
        }
    }

    private static bool IsNone(Tensor? tensor) => tensor is null || tensor.IsInvalid;

    private static nint Shared(Tensor tensor)
    {
        var shared = Native.standin_share(tensor.Handle);
        GC.KeepAlive(tensor);
        return shared;
    }

    private static nint[] Handles(IEnumerable<Tensor> tensors) => [.. tensors.Select(tensor => IsNone(tensor) ? 0 : tensor.Handle)];

    // No exception may pass through libtorch: it goes as a message, and comes out of the call of backward.
    [UnmanagedCallersOnly]
    private static byte* Backward(nint state, nint* grads, int count, nint* results)
    {
        var call = (FunctionCall)GCHandle.FromIntPtr(state).Target!;
        try
        {
            call.Gradients(grads, count, results);
            return null;
        }
#pragma warning disable CA1031 // whatever it is
        catch (Exception e)
#pragma warning restore CA1031
        {
            Marshal.FreeCoTaskMem(call._message);
            call._message = Marshal.StringToCoTaskMemUTF8(e.Message);
            return (byte*)call._message;
        }
    }

    [UnmanagedCallersOnly]
    private static void Forget(nint state)
    {
        var handle = GCHandle.FromIntPtr(state);
        var call = (FunctionCall)handle.Target!;
        call._context.Dispose();
        Marshal.FreeCoTaskMem(call._message);
        call._message = 0;
        handle.Free();
    }
}
