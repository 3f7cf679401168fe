using System;
using System.Diagnostics;
using System.Text;
using ScEdge.Cli.Tables;
using ScEdge.Link.Watching;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Service;

namespace ScEdge.Cli.Monitoring;

/// <summary>
/// Decodes what passes on a line in one direction, and takes no part in it.
/// </summary>
internal sealed class LineWatcher
{
    private const int LongestLine = 1024;

    // Portions of one packet come closer together than this on any line; what comes later belongs to none that was cut.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(250);

    private readonly bool _isFromBoard;
    private readonly Action<MonitorEvent> _onEvent;
    private readonly Func<TelemetryEvent, (string Words, WorkProgress? Progress)> _onTelemetry;
    private readonly DebuggerPacketFilter _debugger;
    private readonly MessageReader _reader = new();
    private readonly SequenceWindow _sequences = new();
    private readonly StringBuilder _line = new();
    private readonly EscapeFilter _escapes = new();
    private readonly string _arrow;
    private FrameDecoder _decoder = new(FrameFormat.LargestPayload);
    private bool _isJoined;
    private bool _isDebuggerTold;
    private int _session;
    private int _disowned;
    private long _heard;

    /// <summary>Begins to watch.</summary>
    /// <param name="isFromBoard">Direction.</param>
    /// <param name="onEvent">Takes what was seen.</param>
    /// <param name="onTelemetry">Takes reports of the board, each once; the words of the event, and how far the work is where that is known.</param>
    public LineWatcher(
        bool isFromBoard, Action<MonitorEvent> onEvent, Func<TelemetryEvent, (string Words, WorkProgress? Progress)> onTelemetry)
    {
        _isFromBoard = isFromBoard;
        _arrow = isFromBoard ? "<-" : "->";
        _onEvent = onEvent;
        _onTelemetry = onTelemetry;
        _debugger = new DebuggerPacketFilter(Decode, TakeDebuggerPacket);
    }

    /// <summary>Gets the bytes seen.</summary>
    public long Bytes { get; private set; }

    /// <summary>Gets the payload of numbered frames, repetitions left out.</summary>
    public long PayloadBytes { get; private set; }

    /// <summary>Gets the frames that were not valid.</summary>
    public long Damaged { get; private set; }

    /// <summary>Gets the numbered frames that passed again.</summary>
    public long Repeated { get; private set; }

    /// <summary>Gets when a frame of a session passed last that was not disowned; default before.</summary>
    public DateTime OthersSeen { get; private set; }

    /// <summary>Takes bytes in the order of the line.</summary>
    public void See(byte[] buffer, int offset, int count)
    {
        if (count == 0)
        {
            return;
        }

        FlushDebugger();
        _heard = Stopwatch.GetTimestamp();
        Bytes += count;
        _debugger.Push(buffer, offset, count);
    }

    /// <summary>Forgets what was under way: the bytes that follow do not follow those that were seen.</summary>
    public void Rejoin()
    {
        _debugger.Reset();
        _decoder = new FrameDecoder(FrameFormat.LargestPayload);
        _line.Clear();
        _isJoined = false;
    }

    /// <summary>Takes the session whose frames passed last for one that has ended, and not for another host's.</summary>
    public void Disown() => _disowned = _session;

    /// <summary>Shows text that waits for the end of its line, after the line was quiet.</summary>
    public void Flush()
    {
        FlushDebugger();
        _decoder.Flush();
        TakeEvent();
    }

    private void FlushDebugger()
    {
        if (Stopwatch.GetElapsedTime(_heard) >= Quiet)
        {
            _debugger.Flush();
        }
    }

    private void Decode(byte[] buffer, int offset, int count)
    {
        for (int end = offset + count; offset < end;)
        {
            offset += _decoder.Push(buffer, offset, end - offset);
            TakeEvent();
        }
    }

    private void TakeDebuggerPacket(string words)
    {
        if (!_isDebuggerTold)
        {
            _isDebuggerTold = true;
            _onEvent(new MonitorEvent(
                MonitorKind.Link,
                DateTime.Now,
                "the nanoFramework debugger speaks here; where the firmware does, its configuration says (hw-docs/firmware.md)"));
        }

        _onEvent(new MonitorEvent(MonitorKind.Frames, DateTime.Now, $"{_arrow} {words}"));
    }

    private void TakeEvent()
    {
        // Who comes in the middle of a frame sees its end, which is no fault of the line.
        bool isTail = !_isJoined && _decoder.Event is DecoderEvent.Damaged or DecoderEvent.Noise;
        _isJoined |= _decoder.Event != DecoderEvent.None;
        switch (_decoder.Event)
        {
            case DecoderEvent.Damaged or DecoderEvent.Noise when isTail:
                break;
            case DecoderEvent.Frame:
                TakeFrame();
                break;
            case DecoderEvent.Text:
                TakeText();
                break;
            case DecoderEvent.Damaged:
                Damaged++;
                _onEvent(new MonitorEvent(MonitorKind.Frames, DateTime.Now, $"{_arrow} a damaged frame"));
                break;
            case DecoderEvent.Noise:
                _onEvent(new MonitorEvent(MonitorKind.Frames, DateTime.Now, $"{_arrow} {_decoder.Length} bytes of noise") { Bytes = Copy(0) });
                break;
            default:
                break;
        }
    }

    private void TakeText()
    {
        foreach (char letter in Encoding.ASCII.GetString(_decoder.Buffer, 0, _decoder.Length))
        {
            bool isText = _escapes.IsText(letter);
            if (letter == '\n')
            {
                _onEvent(new MonitorEvent(MonitorKind.Text, DateTime.Now, _line.ToString()) { Bytes = Encoding.ASCII.GetBytes(_line.ToString()) });
                _line.Clear();
            }
            else if (isText)
            {
                _line.Append(letter);
            }
        }

        // A chunk without an end of line is a long line, or a prompt.
        if (_line.Length >= LongestLine || (_line.Length > 0 && _decoder.Length < FrameDecoder.ChunkLength))
        {
            _onEvent(new MonitorEvent(MonitorKind.Text, DateTime.Now, _line.ToString()));
            _line.Clear();
        }
    }

    private void TakeFrame()
    {
        DateTime now = DateTime.Now;
        bool isNumbered = _decoder.Channel != 0;
        bool isNew = !isNumbered || _sequences.IsNew(_decoder.Session, _decoder.Sequence);
        _session = _decoder.Session != 0 ? _decoder.Session : _session;
        OthersSeen = _decoder.Session != 0 && _decoder.Session != _disowned ? now : OthersSeen;
        PayloadBytes += isNumbered && isNew ? _decoder.Length : 0;
        Repeated += isNew ? 0 : 1;
        MonitorEvent? told = isNew && _decoder.Channel == MessageLimits.EventChannel ? Told(now) : null;
        _onEvent(new MonitorEvent(MonitorKind.Frames, now, $"{_arrow} {FrameText.Of(_decoder, _reader)}{(isNew ? "" : ", repeated")}")
        {
            Bytes = Copy(FrameDecoder.PayloadOffset),
            IsEcho = told is not null || !isNumbered,
            Fields = new { FromBoard = _isFromBoard, _decoder.Channel, _decoder.Session, _decoder.Sequence, _decoder.Length, Repeated = !isNew },
        });
        if (told is not null)
        {
            _onEvent(told);
        }
    }

    private MonitorEvent? Told(DateTime now)
    {
        _reader.Begin(_decoder.Buffer, FrameDecoder.PayloadOffset, _decoder.Length);
        LogEvent log = new();
        TelemetryEvent telemetry = new();
        if (_reader.Code == LogEvent.Code && log.Read(_reader))
        {
            return new MonitorEvent(MonitorKind.Log, now, log.Words)
            {
                DeviceMicroseconds = log.TimeMicroseconds,
                Fields = new { log.Level },
            };
        }

        return _reader.Code == TelemetryEvent.Code && telemetry.Read(_reader) ? Report(telemetry, now) : null;
    }

    private MonitorEvent Report(TelemetryEvent telemetry, DateTime now)
    {
        (string words, WorkProgress? progress) = _onTelemetry(telemetry);
        return new MonitorEvent(MonitorKind.Telemetry, now, words)
        {
            DeviceMicroseconds = telemetry.TimeMicroseconds,
            Fields = new
            {
                progress?.Step,
                progress?.Steps,
                Loss = progress is null || double.IsNaN(progress.Loss) ? null : progress.Loss as double?,
                telemetry.StepsDone,
                telemetry.Updates,
                EnergyAttojoules = telemetry.Attojoules,
                BusySeconds = telemetry.BusyMicroseconds / 1e6,
                telemetry.FreeBytes,
                Troubles = BoardSummary.FaultNames(telemetry.HealthFlags),
                telemetry.FramesDamaged,
                telemetry.FramesRepeated,
                LifeUsedShare = telemetry.LifeUsed == TelemetryEvent.Unrated ? null : telemetry.LifeUsed / 1e6 as double?,
            },
        };
    }

    private byte[] Copy(int offset) => _decoder.Buffer.AsSpan(offset, _decoder.Length).ToArray();
}
