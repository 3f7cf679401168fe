namespace ScEdge.Architecture.Tests.Nano.Violations;

internal interface InterfaceWithBody
{
    int Width() => 32;
}
