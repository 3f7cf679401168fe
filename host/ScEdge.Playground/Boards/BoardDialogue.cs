using System;
using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;
using ScEdge.Input;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Playground.Boards;

/// <summary>
/// A session with a board where nothing may wait: requests are awaited, and the line is looked at in between.
/// </summary>
/// <remarks>The link, its sessions, windows and time-outs are those of every other host. A session that is lost ends the dialogue.</remarks>
public sealed class BoardDialogue : IConsoleSink, IAsyncDisposable
{
    private const int MostConsole = 4000;
    private const string NoAnswer = "The board does not answer: check that it runs the ScEdge firmware, its speed, and that the port is its.";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(15);

    private readonly SerialLine _line;
    private readonly Func<byte[], Task> _send;
    private readonly ReliableLink _link;
    private readonly MessageWriter _writer;
    private readonly MessageReader _reader = new();
    private readonly Queue<(int Number, MessageCode Code, Message? Answer, TaskCompletionSource Done)> _pending = new();
    private readonly StringBuilder _console = new();
    private TaskCompletionSource _arrived = new();
    private Exception? _end;
    private int _number;

    /// <summary>Makes the dialogue.</summary>
    /// <param name="line">The line.</param>
    /// <param name="send">Sends bytes over it.</param>
    /// <param name="epoch">A random number.</param>
    public BoardDialogue(SerialLine line, Func<byte[], Task> send, uint epoch)
    {
        LinkSettings settings = new();
        (_line, _send) = (line, send);
        _writer = new MessageWriter(settings.MaximumPayload);
        _link = new ReliableLink(settings, line, new BrowserClock(), epoch, this);
    }

    /// <summary>Gets the last of what the board said on its console.</summary>
    public string Console => _console.ToString();

    /// <summary>Gets the most bytes of a message.</summary>
    public int MaximumPayload => _link.MaximumPayload;

    /// <summary>Tells that the console has more text, or that the dialogue has ended.</summary>
    public event Action? Changed;

    /// <summary>Takes bytes that have arrived.</summary>
    public void Receive(byte[] bytes)
    {
        _line.Receive(bytes);
        _arrived.TrySetResult();
    }

    /// <summary>Opens a session.</summary>
    /// <exception cref="InputException">Nobody answers.</exception>
    public async Task OpenAsync()
    {
        _link.Open();
        _ = RunAsync();
        while (_link.State == LinkState.Opening && _end is null)
        {
            await Task.Delay(Look);
        }

        if (_link.State != LinkState.Open)
        {
            throw _end ?? new InputException(NoAnswer);
        }
    }

    /// <summary>Sends a request and awaits its answer.</summary>
    /// <param name="code">The request.</param>
    /// <param name="request">Its fields; null for none.</param>
    /// <param name="answer">Takes the answer; null where it is enough that there is no refusal.</param>
    /// <exception cref="InputException">The board refuses, or the session ended.</exception>
    public async Task AskAsync(MessageCode code, Message? request = null, Message? answer = null)
    {
        _number = (_number + 1) & 0xFFFF;
        int number = _number;
        _writer.Begin(code, isAnswer: false, number, _link.MaximumPayload);
        request?.Write(_writer);
        byte[] message = _writer.Buffer[.._writer.Length];
        while (_end is null && !_link.TrySend(MessageLimits.RequestChannel, message, 0, message.Length))
        {
            await Task.Delay(Look);
        }

        if (_end is not null)
        {
            throw _end;
        }

        TaskCompletionSource done = new();
        _pending.Enqueue((number, code, answer, done));
        _arrived.TrySetResult();
        await done.Task;
    }

    /// <inheritdoc/>
    public void TakeText(byte[] text, int count)
    {
        _console.Append(Encoding.ASCII.GetString(text, 0, count));
        if (_console.Length > MostConsole)
        {
            _console.Remove(0, _console.Length - MostConsole);
        }

        Changed?.Invoke();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _link.Close();
        _link.Poll();
        End("The line to the board was closed.");
        await _send(_line.TakeUnsent());
    }

    private async Task RunAsync()
    {
        while (_end is null)
        {
            try
            {
                Pump();
                byte[] unsent = _line.TakeUnsent();
                if (unsent.Length > 0)
                {
                    await _send(unsent);
                }
            }
            catch (Exception exception) when (exception is Microsoft.JSInterop.JSException or InvalidOperationException)
            {
                End($"The line to the board was lost ({exception.Message.Split('\n')[0].TrimEnd('.')}): plug it in again and connect anew.");
            }

            if (_link.State is LinkState.Lost or LinkState.Closed)
            {
                End(_link.Loss == LinkLoss.NoAnswer
                    ? NoAnswer
                    : "The session with the board was lost: check cable and power, and connect anew.");
            }

            await Task.WhenAny(_arrived.Task, Task.Delay(Look));
            _arrived = _arrived.Task.IsCompleted ? new TaskCompletionSource() : _arrived;
        }
    }

    private void Pump()
    {
        _link.Receive();
        while (_link.Received is { } frame)
        {
            if (_reader.Begin(frame.Body, FrameFormat.HeaderLength, frame.Length) && frame.Channel == MessageLimits.RequestChannel)
            {
                Take();
            }

            _link.Release();
        }

        _link.Send();
    }

    private void Take()
    {
        if (!_reader.IsAnswer || _pending.Count == 0 || _pending.Peek().Number != _reader.Number)
        {
            return;
        }

        (_, MessageCode code, Message? answer, TaskCompletionSource done) = _pending.Dequeue();
        ErrorResponse error = new();
        if (_reader.Code == code && (answer is null || answer.Read(_reader)))
        {
            done.TrySetResult();
        }
        else
        {
            done.TrySetException(new InputException(_reader.Code == MessageCode.Error && error.Read(_reader)
                ? $"The board refuses {code}: {error.Words}"
                : $"The board gives an answer to {code} that cannot be: update its firmware."));
        }
    }

    private void End(string sentence)
    {
        _end ??= new InputException(sentence);
        foreach ((_, _, _, TaskCompletionSource done) in _pending)
        {
            done.TrySetException(_end);
        }

        _pending.Clear();
        _arrived.TrySetResult();
        Changed?.Invoke();
    }
}
