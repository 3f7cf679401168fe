using System;

namespace ScEdge.Architecture.Tests.Nano.Violations;

internal sealed class UnreviewedInterface : ICloneable
{
    public object Clone() => this;
}
