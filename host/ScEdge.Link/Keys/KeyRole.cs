namespace ScEdge.Link.Keys;

/// <summary>Which end of a key exchange one is; it enters the proofs, so that none can be sent back as one's own.</summary>
internal enum KeyRole
{
    Client,
    Server,
}
