using System.Threading.Tasks;

namespace ScEdge.Architecture.Tests.Nano.Violations;

internal static class AsyncMethod
{
    public static async Task<int> Answer() => 42;
}
