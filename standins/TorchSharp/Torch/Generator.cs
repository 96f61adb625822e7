namespace TorchSharp;

public static partial class torch
{
    /// <summary>A stream of random numbers: libtorch's mt19937 on the CPU.</summary>
    public class Generator : IDisposable
    {
        public unsafe Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            InitializeDeviceType(this.device.type);
            nint made;
            Native.Check(Native.standin_new_generator(seed, &made));
            Handle = made;
        }

        private Generator(nint handle)
        {
            Handle = handle;
            device = CPU;
        }

        ~Generator() => Dispose(false);

        public static Generator Default => new(Native.standin_default_generator());

        public IntPtr Handle { get; private set; }

        public Device device { get; }

        public unsafe Generator manual_seed(long seed)
        {
            Native.Check(Native.standin_generator_seed(Handle, unchecked((ulong)seed)));
            return this;
        }

        public long seed()
        {
            var seed = DateTime.UtcNow.Ticks;
            manual_seed(seed);
            return seed;
        }

        public long initial_seed() => unchecked((long)Native.standin_generator_initial_seed(Handle));

        public unsafe Tensor get_state()
        {
            nint state;
            Native.Check(Native.standin_generator_state(Handle, &state));
            return new Tensor(state);
        }

        public unsafe void set_state(Tensor value) => Native.Check(Native.standin_generator_set_state(Handle, value.Handle));

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (Handle == 0) return;
            Native.standin_release_generator(Handle);
            Handle = 0;
        }
    }

    public static partial class random
    {
        public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

        public static long seed() => Generator.Default.seed();

        public static long initial_seed() => Generator.Default.initial_seed();

        public static Tensor get_rng_state() => Generator.Default.get_state();

        public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);
    }

    public static Generator manual_seed(long seed) => random.manual_seed(seed);

    public static long seed() => random.seed();

    public static long initial_seed() => random.initial_seed();

    public static Tensor get_rng_state() => random.get_rng_state();

    public static void set_rng_state(Tensor new_state) => random.set_rng_state(new_state);
}
