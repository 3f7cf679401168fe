using System.Collections.Generic;

namespace ScEdge.Architecture.Tests.Nano.Violations;

internal sealed class GenericField
{
    public List<int>? Values;
}
