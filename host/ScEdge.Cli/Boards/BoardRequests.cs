using System;
using System.Diagnostics;
using ScEdge.Boards;
using ScEdge.Boards.Connections;
using ScEdge.Input;

namespace ScEdge.Cli.Boards;

/// <summary>
/// One command's requests to a board, repeated where the session ends in the middle.
/// </summary>
internal sealed class BoardRequests : IDisposable
{
    // A line that loses session after session will not do better by the next one.
    private const int MostSessions = 20;

    private readonly BoardConnection _connection;
    private readonly BoardClient _client;

    /// <summary>Opens the line.</summary>
    /// <exception cref="InputException">It cannot be opened.</exception>
    public BoardRequests(string address, BoardPortSettings settings)
        : this(BoardPorts.Open(address, settings))
    {
    }

    /// <summary>Takes an open connection, which is disposed of with the requests.</summary>
    public BoardRequests(BoardConnection connection)
    {
        _connection = connection;
        _client = new BoardClient(connection);
    }

    /// <summary>Gets the address of the board.</summary>
    public string Name => _connection.Name;

    /// <summary>Gets how many sessions there were.</summary>
    public int Sessions => _connection.Link.Sessions;

    /// <summary>Does work that may be repeated from its start.</summary>
    /// <exception cref="InputException">The board cannot be reached or refuses.</exception>
    public T Do<T>(Func<BoardClient, T> work)
    {
        for (int i = 0; i < MostSessions; i++)
        {
            try
            {
                _connection.Connect();
                return work(_client);
            }
            catch (BoardLostException)
            {
                // The next session, if there is one, begins anew.
            }
        }

        throw new InputException(
            $"The board on {Name} lost its session {MostSessions} times: check cable, power and speed of the line, then repeat the command.");
    }

    /// <summary>Keeps the session alive for a time, without a request.</summary>
    public void Rest(TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            _connection.Pump();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();
}
