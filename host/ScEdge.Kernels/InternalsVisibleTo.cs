using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("ScEdge.Kernels.Tests")]
