namespace ScEdge.Link.Keys;

/// <summary>How far a key exchange is.</summary>
internal enum KeyExchangeState
{
    Running,
    Proven,
    Refused,
}
