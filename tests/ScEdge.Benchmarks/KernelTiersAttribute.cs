using System;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using ScEdge.Kernels;

namespace ScEdge.Benchmarks;

/// <summary>
/// Runs a benchmark on each tier of the kernels, in a process for each; the scalar code is the baseline.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KernelTiersAttribute : Attribute, IConfigSource
{
    /// <inheritdoc/>
    public IConfig Config { get; } = ManualConfig.CreateEmpty()
        .AddJob(Job.Default.WithId("widest"))
        .AddJob(Job.Default.WithId("256 bits").WithEnvironmentVariable(KernelTier.Variable, "256"))
        .AddJob(Job.Default.WithId("128 bits").WithEnvironmentVariable(KernelTier.Variable, "128"))
        .AddJob(Job.Default.WithId("scalar").WithEnvironmentVariable(KernelTier.Variable, "scalar").AsBaseline());
}
