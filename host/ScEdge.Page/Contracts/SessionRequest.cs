namespace ScEdge.Page.Contracts;

/// <summary>The proof of knowing the key.</summary>
/// <param name="Nonce">The random number that the server gave, in hexadecimal digits.</param>
/// <param name="Proof">HMAC-SHA256 of these digits under the key, in hexadecimal digits.</param>
public sealed record SessionRequest(string Nonce, string Proof);
