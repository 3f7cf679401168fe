namespace ScEdge.Architecture.Tests.Nano.Violations;

internal unsafe struct FixedBuffer
{
    public fixed byte Bytes[8];
}
