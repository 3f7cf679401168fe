using System;
using System.Threading;

namespace ScEdge.Boards.Connections;

/// <summary>
/// How the wish to end work reaches what waits for a board.
/// </summary>
/// <param name="Token">Is cancelled when the work is to end.</param>
/// <param name="Grace">
/// How long a request may then still wait for its answer, in a session that is open: for work that ends in an orderly way, such as a training that
/// takes its registers from the board. Zero ends it at once. No session is opened, or waited for, whatever the grace.
/// </param>
public sealed record Interruption(CancellationToken Token, TimeSpan Grace = default);
