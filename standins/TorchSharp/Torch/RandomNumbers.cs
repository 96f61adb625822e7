namespace TorchSharp;

// Single random numbers.
public static partial class torch
{
    public static double rand_float(Generator? generator = null) => Single(rand([1], generator: generator)).ToDouble();

    public static double randn_float(Generator? generator = null) => Single(randn([1], generator: generator)).ToDouble();

    public static int randint_int(int high, Generator? generator = null) => randint_int(0, high, generator);

    public static int randint_int(int low, int high, Generator? generator = null) => Single(randint(low, high, [1L], generator: generator)).ToInt32();

    public static long randint_long(long high, Generator? generator = null) => randint_long(0, high, generator);

    public static long randint_long(long low, long high, Generator? generator = null) => Single(randint(low, high, [1L], generator: generator)).ToInt64();

    public static bool randint_bool(Generator? generator = null) => Single(randint(0, 2, [1L], generator: generator)).ToInt64() != 0;

    private static Scalar Single(Tensor drawn)
    {
        using (drawn) return drawn.ToScalarValue();
    }
}
