using System;
using System.Collections.Generic;
using ScEdge.Input;
using ScEdge.Link.Links;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Links;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Boards.Connections;

/// <summary>
/// A host's end of a session with a board: requests and their answers, over a line that may come and go.
/// </summary>
/// <remarks>
/// One thread at a time uses it. Requests can be posted without waiting for answers; answers come in the order of the requests. When
/// the session ends, every request under way is forgotten and <see cref="BoardLostException"/> says so once; what to repeat is for the layer
/// above to know.
/// </remarks>
public sealed class BoardConnection : IDisposable
{
    /// <summary>How long a board may take for an answer while it keeps the session alive: the longest step of a chip takes some seconds.</summary>
    public static readonly TimeSpan AnswerPatience = TimeSpan.FromMinutes(5);

    private const int WaitMilliseconds = 20;

    // A line that never lasts for a piece of work will not do better by the next session.
    private const int MostSessions = 100;

    private readonly IPortLink _line;
    private readonly IClock _clock;
    private readonly MessageWriter _writer;
    private readonly MessageReader _reader = new();
    private readonly Queue<(int Number, MessageCode Code, Action<MessageReader>? OnAnswer)> _pending = new();
    private readonly long _patienceMicroseconds;
    private readonly Interruption? _interruption;
    private readonly LineSpeed? _speed;
    private long? _interruptedAt;
    private long _answeredAt;
    private int _number;
    private int _session;

    /// <summary>Makes the connection; the session is opened when it is first needed.</summary>
    /// <param name="line">Line to the board; disposed of with the connection.</param>
    /// <param name="clock">Running clock.</param>
    /// <param name="settings">Sizes and times of the link.</param>
    /// <param name="epoch">A random number.</param>
    /// <param name="console">Takes the board's console text; may be null.</param>
    /// <param name="patience">How long a board may be unreachable.</param>
    /// <param name="interruption">Ends what waits; null for nothing.</param>
    /// <param name="speed">Finds and raises the speed of the line; null where it has none or a fixed one.</param>
    public BoardConnection(
        IPortLink line, IClock clock, LinkSettings settings, uint epoch, IConsoleSink? console, TimeSpan patience,
        Interruption? interruption = null, LineSpeed? speed = null)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(settings);
        _line = line;
        _clock = clock;
        _writer = new MessageWriter(settings.MaximumPayload);
        _patienceMicroseconds = patience.Ticks / 10;
        _interruption = interruption;
        _speed = speed;
        Link = new ReliableLink(settings, line, clock, epoch, console);
    }

    /// <summary>Gets the address of the board.</summary>
    public string Name => _line.Name;

    /// <summary>Gets the host's end of the link.</summary>
    public ReliableLink Link { get; }

    /// <summary>Reports events of the board: telemetry and its log.</summary>
    public event Action<MessageReader>? EventReceived;

    /// <summary>Opens a session, if none is open.</summary>
    /// <exception cref="InputException">The board does not answer, or the line cannot be opened.</exception>
    /// <exception cref="OperationCanceledException">The work is to end, and no session is open.</exception>
    /// <returns>Whether the session is a new one: what was known of the board may not hold any more.</returns>
    public bool Connect()
    {
        bool isNew = false;
        while (Link.Sessions != _session || Link.State != LinkState.Open)
        {
            Greet();
            isNew = true;
            _session = Link.Sessions;
            RaiseSpeed();
        }

        return isNew;
    }

    /// <summary>Does work in a session, again after every loss of it.</summary>
    /// <param name="begin">Called before the work with whether the session is a new one; brings the board to what the work needs.</param>
    /// <param name="work">The work; what it did before a loss must not count.</param>
    /// <param name="advice">What the user is to do last if no session lasts: the end of a sentence.</param>
    /// <exception cref="InputException">No session lasts for the work, or the board cannot be reached.</exception>
    /// <exception cref="BoardRefusalException">A request was refused.</exception>
    public void Repeat(Action<bool> begin, Action work, string advice)
    {
        ArgumentNullException.ThrowIfNull(begin);
        ArgumentNullException.ThrowIfNull(work);
        for (int i = 0; i < MostSessions; i++)
        {
            try
            {
                begin(Connect());
                work();
                return;
            }
            catch (BoardLostException)
            {
                // The next session, if there is one, begins anew.
            }
        }

        throw new InputException(
            $"The board on {Name} lost its session {MostSessions} times in one piece of work: check cable, power and speed of the line, "
            + $"then {advice}.");
    }

    /// <summary>Sends a request without waiting for its answer.</summary>
    /// <param name="code">Request.</param>
    /// <param name="write">Writes its fields; null for none.</param>
    /// <param name="onAnswer">Reads the answer, in the order of the requests; null where it is enough that there is no refusal.</param>
    /// <exception cref="BoardLostException">The session ended.</exception>
    /// <exception cref="BoardRefusalException">An earlier request was refused.</exception>
    /// <exception cref="InputException">It does not fit into a frame.</exception>
    public void Post(MessageCode code, Action<MessageWriter>? write, Action<MessageReader>? onAnswer)
    {
        if (_pending.Count == 0)
        {
            _answeredAt = _clock.Microseconds;
        }

        _number = (_number + 1) & 0xFFFF;
        _writer.Begin(code, isAnswer: false, _number, Link.MaximumPayload);
        write?.Invoke(_writer);
        if (_writer.HasFailed)
        {
            // Settings are as long where cells have a law, or their driver has another; other messages by a name or by the bytes in them.
            string remedy = code is MessageCode.BeginConfiguration or MessageCode.ApplyNetwork
                ? "give the cells, and what their driver takes them for, fewer points or exponential waits, or do without the board"
                : "shorten the names or the bytes in it, or use a board with longer frames";
            throw new InputException($"{code} does not fit into a frame of {Link.MaximumPayload} bytes of the board on {Name}: {remedy}.");
        }

        while (!Link.TrySend(MessageLimits.RequestChannel, _writer.Buffer, 0, _writer.Length))
        {
            PumpWithinSession();
        }

        _pending.Enqueue((_number, code, onAnswer));
        Link.Send();
    }

    /// <summary>Waits for the answers to all requests.</summary>
    /// <exception cref="BoardLostException">The session ended.</exception>
    /// <exception cref="BoardRefusalException">A request was refused.</exception>
    public void Drain()
    {
        while (_pending.Count > 0)
        {
            PumpWithinSession();
        }
    }

    /// <summary>Waits for the answers to all requests for a limited time; those that come later are nobody's.</summary>
    /// <returns>Whether all have come.</returns>
    /// <exception cref="BoardLostException">The session ended.</exception>
    /// <exception cref="BoardRefusalException">A request was refused.</exception>
    internal bool DrainWithin(long microseconds)
    {
        for (long start = _clock.Microseconds; _pending.Count > 0 && _clock.Microseconds - start < microseconds;)
        {
            PumpWithinSession();
        }

        bool haveCome = _pending.Count == 0;
        _pending.Clear();
        return haveCome;
    }

    /// <summary>Sends a request and waits for its answer.</summary>
    /// <exception cref="BoardLostException">The session ended.</exception>
    /// <exception cref="BoardRefusalException">The request was refused.</exception>
    public void Ask(MessageCode code, Action<MessageWriter>? write = null, Action<MessageReader>? onAnswer = null)
    {
        Post(code, write, onAnswer);
        Drain();
    }

    /// <summary>Takes what has arrived, sends what is due, and sleeps a little if there was nothing to do.</summary>
    /// <exception cref="BoardRefusalException">A request was refused.</exception>
    /// <exception cref="OperationCanceledException">The work is to end.</exception>
    public void Pump()
    {
        EndIfInterrupted();
        Link.Receive();
        bool isIdle = Link.Received is null;
        while (Link.Received is { } frame)
        {
            try
            {
                if (_reader.Begin(frame.Body, FrameFormat.HeaderLength, frame.Length))
                {
                    TakeMessage(frame.Channel);
                }
            }
            catch
            {
                // What was asked beside it is nobody's any more.
                _pending.Clear();
                throw;
            }
            finally
            {
                Link.Release();
            }
        }

        Link.Send();
        if (isIdle)
        {
            _line.Wait(WaitMilliseconds);
        }
    }

    /// <summary>Makes the exception for an answer that does not belong to what was asked.</summary>
    /// <param name="code">The request.</param>
    public InputException Contradiction(MessageCode code) => new(
        $"The board on {Name} gives an answer to {code} that cannot be: reset it and try again; if it happens again, update its firmware.");

    /// <inheritdoc/>
    public void Dispose()
    {
        Link.Close();
        Link.Poll();
        _line.Dispose();
    }

    private void Greet()
    {
        long start = _clock.Microseconds;
        if (Link.State != LinkState.Open)
        {
            _speed?.BeginGreeting();
        }

        while (Link.State != LinkState.Open)
        {
            _interruption?.Token.ThrowIfCancellationRequested();
            if (Link.State is LinkState.Closed or LinkState.Lost)
            {
                Link.Open();
            }

            if (_line.Loss is { } loss)
            {
                throw new InputException($"The line {Name} was lost ({loss}): plug the board in again and repeat the command.");
            }

            if (_clock.Microseconds - start > _patienceMicroseconds)
            {
                throw new InputException(_line.Hindrance is { } reason
                    ? $"The board on {Name} did not come back within {_patienceMicroseconds / 1_000_000} s: {reason}"
                    : $"The board on {Name} does not answer: check that it runs the ScEdge firmware, that the port is the right one, its "
                        + "speed and, over TCP, that both ends have the same key.");
            }

            _speed?.Greet(Link);
            Pump();
        }

        if (Link.MaximumPayload < MessageLimits.SmallestPayload)
        {
            throw new InputException(
                $"The board on {Name} takes frames of {Link.MaximumPayload} bytes and not of the {MessageLimits.SmallestPayload} that "
                + "messages need: update its firmware.");
        }
    }

    /// <summary>Ends without a session where a speed did not work: the next one begins at the speed of the start.</summary>
    private void RaiseSpeed()
    {
        try
        {
            _speed?.Raise(this);
        }
        catch (BoardLostException)
        {
            _pending.Clear();
        }
    }

    private void EndIfInterrupted()
    {
        if (_interruption is not { Token.IsCancellationRequested: true })
        {
            return;
        }

        long now = _clock.Microseconds;
        _interruptedAt ??= now;
        if (now - Math.Max(_interruptedAt.Value, _answeredAt) >= _interruption.Grace.Ticks / 10)
        {
            _pending.Clear();
            throw new OperationCanceledException(_interruption.Token);
        }
    }

    private void PumpWithinSession()
    {
        Pump();
        if (Link.Sessions != _session || Link.State != LinkState.Open)
        {
            _pending.Clear();
            throw new BoardLostException();
        }

        if (_clock.Microseconds - _answeredAt > AnswerPatience.Ticks / 10)
        {
            throw new InputException(
                $"The board on {Name} keeps the session and has not answered for {AnswerPatience.TotalMinutes} minutes: reset it and try again.");
        }
    }

    private void TakeMessage(int channel)
    {
        if (channel == MessageLimits.EventChannel)
        {
            EventReceived?.Invoke(_reader);
            return;
        }

        // An answer to a request of an earlier session is nobody's.
        if (!_reader.IsAnswer || _pending.Count == 0 || _pending.Peek().Number != _reader.Number)
        {
            return;
        }

        _answeredAt = _clock.Microseconds;
        (_, MessageCode code, Action<MessageReader>? onAnswer) = _pending.Dequeue();
        if (_reader.Code == code)
        {
            onAnswer?.Invoke(_reader);
            return;
        }

        ErrorResponse error = new();
        throw _reader.Code == MessageCode.Error && error.Read(_reader) && error.Request == (int)code
            ? new BoardRefusalException(Name, error)
            : Contradiction(code);
    }
}
