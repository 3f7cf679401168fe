using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using ScEdge.Kernels;

namespace ScEdge.Benchmarks;

/// <summary>
/// Runs the benchmarks named on the command line, each on every tier of the kernels; the scalar code is the baseline.
/// </summary>
internal static class Program
{
    private static void Main(string[] arguments)
    {
        ManualConfig config = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.Default.WithId("widest"))
            .AddJob(Job.Default.WithId("256 bits").WithEnvironmentVariable(KernelTier.Variable, "256"))
            .AddJob(Job.Default.WithId("scalar").WithEnvironmentVariable(KernelTier.Variable, "scalar").AsBaseline());
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments, config);
    }
}
