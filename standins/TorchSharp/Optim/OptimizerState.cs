#nullable disable
namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers about one parameter from step to step.</summary>
public abstract class OptimizerState
{
    protected Parameter _parameter;

    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    public abstract void Initialize(OptimizerOptions options);

    public abstract void SaveStateDict(BinaryWriter writer);

    public abstract void LoadStateDict(BinaryReader reader);

    public abstract void LoadStateDict(OptimizerState source);

    public virtual bool ApproximatelyEquals(OptimizerState other) => false;

    public virtual void to(torch.Device device)
    {
    }

    protected static void SaveConditionalStateTensor(BinaryWriter writer, torch.Tensor tensor)
    {
        writer.Write(tensor is not null);
        tensor?.Save(writer);
    }

    protected static void LoadConditionalStateTensor(BinaryReader reader, ref torch.Tensor result, torch.Device device)
    {
        if (reader.ReadBoolean())
        {
            TensorExtensionMethods.Load(ref result, reader);
            result = result.to(device, disposeAfter: true);
        }
        else
        {
            result?.Dispose();
            result = null;
        }
    }

    // States outlive the dispose scope in which the optimizer happens to be made.
    private protected void Zero(ref torch.Tensor tensor)
    {
        tensor?.Dispose();
        tensor = torch.zeros_like(_parameter).DetachFromDisposeScope();
    }

    private protected void Copy(ref torch.Tensor target, torch.Tensor source)
    {
        target?.Dispose();
        target = source?.to(_parameter.device, copy: true);
    }

    private protected static bool Close(torch.Tensor own, torch.Tensor other) => own is null || own.allclose(other);
}
