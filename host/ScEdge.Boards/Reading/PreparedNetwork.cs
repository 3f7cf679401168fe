using ScEdge.Protocol.Messages.Networks;

namespace ScEdge.Boards.Reading;

/// <summary>
/// A network that a board is ready to read with.
/// </summary>
/// <param name="Network">What the board says of it.</param>
/// <param name="StreamedWeights">The parameters that pass through the board for its images, as <see cref="ReadingNetwork.Stream"/> gives them; null
/// where the board has them.</param>
public sealed record PreparedNetwork(NetworkResponse Network, byte[]? StreamedWeights = null);
