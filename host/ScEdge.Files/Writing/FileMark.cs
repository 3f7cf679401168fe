namespace ScEdge.Files.Writing;

/// <summary>
/// How far a growing file had come, and by what it is known again.
/// </summary>
/// <param name="Length">Length; bytes.</param>
/// <param name="Check">SHA-256 of these bytes, in hexadecimal digits.</param>
public sealed record FileMark(long Length, string Check);
