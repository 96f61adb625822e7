using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Experiments.Models;

namespace Experiments.Tests;

/// <summary>
/// One libtorch thread for each thread that runs tests, as the program has it: threads that wait for small products would take the
/// processor from all other tests.
/// </summary>
internal static class OneThread
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "libtorch reads the variable when it is loaded, by whatever test is first")]
    internal static void Set() => NativeLibraries.SetVariable("OMP_NUM_THREADS", "1");
}
