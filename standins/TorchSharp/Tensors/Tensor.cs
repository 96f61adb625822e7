using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A handle on a tensor of libtorch. A tensor in a dispose scope is released by its scope and has no finalizer, which would cost more than the whole
    /// rest of creating it; one outside any scope has a <see cref="TensorGuard"/> that releases it if it is forgotten.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private nint handle;
        private TensorGuard? guard;
        internal DisposeScope? OwningDisposeScope;
        internal int PlaceInScope;

        internal Tensor(nint handle, bool register = true)
        {
            this.handle = handle;
            var thread = DisposeScopeManager.OfThread;
            thread.Live.Created();
            if (!register) return;
            if (thread.CurrentDisposeScope is { } scope)
            {
                thread.Tensors.CreatedInScopeCount++;
                scope.Add(this);
            }
            else
            {
                thread.Tensors.CreatedOutsideScopeCount++;
                guard = new TensorGuard(handle, thread.Live);
            }
        }

        public static long TotalCount => LiveTensors.Total;

        public static long PeakCount => LiveTensors.Peak;

        public string? name { get; set; }

        public bool IsInvalid => handle == 0;

        public IntPtr Handle
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get
            {
                if (handle == 0) ThrowInvalid();
                return handle;
            }
        }

        /// <summary>False for a subclass, which may do more when it is disposed.</summary>
        internal bool HasPlainDispose => GetType() == typeof(Tensor) || GetType() == typeof(Modules.Parameter);

        public static Tensor UnsafeCreateTensor(IntPtr handle) => new(handle);

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (handle == 0) return;
            var thread = DisposeScopeManager.OfThread;
            if (OwningDisposeScope is { } scope)
            {
                thread.Tensors.DisposedInScopeCount++;
                scope.Remove(this);
            }
            else
            {
                thread.Tensors.DisposedOutsideScopeCount++;
            }
            thread.Live.Released(1);
            Native.standin_release(LetGo());
        }

        public IntPtr DecoupleFromNativeHandle()
        {
            var released = Handle;
            DisposeScopeManager.OfThread.Live.Released(1);
            return LetGo(keepScope: true);
        }

        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.DetachOne(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope);

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is { } scope) scope.MoveOne(other, this);
            else other?.Attach(this);
            return this;
        }

        /// <summary>Takes the native handle out of this object, which is empty from then on, as becoming a parameter does.</summary>
        internal nint MoveHandle()
        {
            var moved = Handle;
            DisposeScopeManager.OfThread.Live.Released(1);
            return LetGo(keepScope: true);
        }

        /// <summary>Empties this object; whoever calls it releases the handle.</summary>
        internal nint LetGo(bool keepScope = false)
        {
            var released = handle;
            handle = 0;
            if (!keepScope) OwningDisposeScope = null;
            guard?.Dismiss();
            guard = null;
            return released;
        }

        /// <summary>Provides for the tensor being forgotten, now that no scope does.</summary>
        internal void Guard()
        {
            if (handle != 0) guard ??= new TensorGuard(handle, DisposeScopeManager.OfThread.Live);
        }

        /// <summary>Puts another native tensor in this object's place and releases the old one.</summary>
        internal void Exchange(nint replacement)
        {
            var old = handle;
            handle = replacement;
            if (guard is not null)
            {
                guard.Dismiss();
                guard = new TensorGuard(handle, DisposeScopeManager.OfThread.Live);
            }
            if (old != 0) Native.standin_release(old);
        }

        // By the finalizer of a scope that was never closed. False if there is nothing to release, or the guard does it.
        internal bool Abandon()
        {
            if (handle == 0 || guard is not null) return false;
            Native.standin_release(handle);
            handle = 0;
            return true;
        }

        /// <summary>An object without a tensor.</summary>
        internal static Tensor Invalid()
        {
            DisposeScopeManager.OfThread.Live.Released(1); // it holds nothing, and is not counted
            return new Tensor(0, register: false);
        }

        private static void ThrowInvalid() => throw new InvalidOperationException("Tensor invalid -- empty handle.");
    }
}

/// <summary>Releases the handle of a tensor that was neither disposed nor owned by a scope.</summary>
internal sealed class TensorGuard(nint handle, LiveTensors thread)
{
    ~TensorGuard()
    {
        Native.standin_release(handle);
        thread.Finalized();
    }

    internal void Dismiss() => GC.SuppressFinalize(this);
}
