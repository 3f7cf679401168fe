using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("ScEdge.Kernels.Tests")]
[assembly: InternalsVisibleTo("ScEdge.Vectors.Tests")]
