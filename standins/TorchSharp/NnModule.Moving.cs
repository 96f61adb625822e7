using System.Reflection;
using System.Runtime.InteropServices;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Conversion to another dtype or device. Parameters are replaced by new objects; integer buffers keep their dtype.
        public partial class Module
        {
            protected DeviceType _deviceType = DeviceType.CPU;
            protected int _deviceIndex = -1;

            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                CheckFloating(dtype);
                InitializeDeviceType(device.type);
                _toEpilog(device, dtype, non_blocking);
                return this;
            }

            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                if (deviceType != DeviceType.CUDA)
                    deviceIndex = -1;
                if (deviceType != _deviceType || deviceIndex != _deviceIndex)
                {
                    InitializeDeviceType(deviceType);
                    _toEpilog(deviceType, deviceIndex, non_blocking);
                }

                return this;
            }

            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                CheckFloating(dtype);
                _toEpilog(dtype, non_blocking);
                return this;
            }

            public Module _to(Tensor other, bool non_blocking)
            {
                _to(other.dtype, non_blocking);
                return _to(other.device_type, other.device_index, non_blocking);
            }

            protected void _toEpilog(ScalarType dtype, bool non_blocking) => _toEpilog(dtype, null, non_blocking);

            protected void _toEpilog(Device device, ScalarType dtype, bool non_blocking) => _toEpilog(dtype, device, non_blocking);

            protected void _toEpilog(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
                _toEpilog(null, new Device(deviceType, deviceIndex), non_blocking);

            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                foreach (var (_, child) in named_children())
                {
                    if (device is null)
                        child._to(dtype!.Value, non_blocking);
                    else if (dtype is null)
                        child._to(device.type, device.index, non_blocking);
                    else
                        child._to(device, dtype.Value, non_blocking);
                }

                foreach (var (parameterName, parameter) in named_parameters(false).ToList())
                {
                    if (!ReplaceParameter(dtype, device, parameter, out var moved) || AssignProperty(parameterName, moved))
                        continue;
                    parameter.Dispose();
                    ConditionallyRegisterParameter(parameterName, moved);
                    AssignField(parameterName, moved);
                }

                foreach (var (bufferName, buffer) in named_buffers(false).ToList())
                {
                    if (!ReplaceBuffer(dtype, device, buffer, out var moved) || AssignProperty(bufferName, moved))
                        continue;
                    ConditionallyRegisterBuffer(bufferName, moved);
                    AssignField(bufferName, moved);
                }

                if (device is not null)
                    (_deviceType, _deviceIndex) = (device.type, device.index);
            }

            protected static bool ReplaceBuffer(ScalarType? dtype, Device? device, Tensor buffer, out Tensor result)
            {
                result = null!;
                if (!WillCopy(buffer, dtype, device))
                    return false;
                result = buffer.to(TargetType(buffer, dtype), device ?? buffer.device).DetachFromDisposeScope();
                if (!ReferenceEquals(result, buffer))
                    buffer.Dispose();
                return true;
            }

            protected static bool ReplaceParameter(ScalarType? dtype, Device? device, Parameter param, out Parameter p)
            {
                p = null!;
                using var grad = param.grad;
                if (!WillCopy(param, dtype, device) && (grad is null || !WillCopy(grad, dtype, device)))
                    return false;

                // The move is no part of the graph: the new tensor must be a leaf to collect gradients.
                using var untracked = no_grad();
                var type = TargetType(param, dtype);
                p = new Parameter(param.to(type, device ?? param.device), param.requires_grad);
                p.DetachFromDisposeScope();
                if (grad is not null)
                {
                    using var movedGrad = grad.to(type, device ?? param.device);
                    p.grad = movedGrad;
                }

                return true;
            }

            protected static (Device device, ScalarType dtype) GetDefaultDeviceAndType(Device? device = null, ScalarType? dtype = null) =>
                (device ?? get_default_device(), dtype ?? get_default_dtype());

            private protected static bool WillCopy(Tensor tensor, ScalarType? dtype, Device? device) =>
                (dtype is not null && tensor.dtype != dtype)
                || (device is not null && (tensor.device_type != device.type || (device.index >= 0 && tensor.device_index != device.index)));

            private static ScalarType TargetType(Tensor tensor, ScalarType? dtype) =>
                dtype is not null && (is_floating_point(tensor) || is_complex(tensor)) ? dtype.Value : tensor.dtype;

            // Layers that move their own parameters leave the refusal to libtorch, as in the package.
            private void CheckFloating(ScalarType dtype)
            {
                if (dtype is not (ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64
                    or ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64))
                    throw this is Modules.Linear or Modules.Bilinear or Convolution or Modules.GroupNorm or Modules.LayerNorm or NormBase
                        ? new ExternalException("Only Tensors of floating point and complex dtype can require gradients")
                        : new ArgumentException($"nn.Module.to only accepts floating point or complex types, but got desired dtype={dtype}");
            }

            private bool AssignProperty(string component, Tensor value)
            {
                var property = GetType().GetProperty(component, BindingFlags.Public | BindingFlags.Instance);
                property?.SetValue(this, value);
                return property is not null;
            }

            private void AssignField(string component, Tensor value) =>
                ComponentFields().FirstOrDefault(field => field.ComponentName() == component)?.SetValue(this, value);
        }
    }
}
