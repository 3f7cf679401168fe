using System;

namespace ScEdge.Architecture.Tests.Nano.Violations;

internal sealed class UnreviewedType
{
    public UriKind Kind;
}
