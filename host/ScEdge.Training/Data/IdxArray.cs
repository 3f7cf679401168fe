namespace ScEdge.Training.Data;

/// <summary>
/// Contents of an IDX file of bytes.
/// </summary>
/// <param name="Name">Where it came from, for messages.</param>
/// <param name="Sizes">Size of each dimension, outermost first.</param>
/// <param name="Values">The bytes, last dimension fastest.</param>
public sealed record IdxArray(string Name, int[] Sizes, byte[] Values);
