using BenchmarkDotNet.Running;

namespace ScEdge.Benchmarks;

/// <summary>
/// Runs the benchmarks named on the command line.
/// </summary>
internal static class Program
{
    private static void Main(string[] arguments) => BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments);
}
