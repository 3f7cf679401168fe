using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Input;
using ScEdge.Silicon.Netlists;
using ScEdge.Silicon.Waveforms;

namespace ScEdge.Silicon.Power;

/// <summary>Counts, while a dump is read, what every net and cell of a circuit does, phase by phase.</summary>
/// <remarks>
/// A signal of the bench says which phase runs: 0 is not counted. A change from or to an unknown value is none: then nothing is known of it. A
/// cell's unknown inputs count as 0 in its state. The time between two changes belongs to the phase that runs in it.
/// </remarks>
public sealed class ActivityRecorder : IWaveformSink
{
    private readonly Circuit _circuit;
    private readonly string _scope;
    private readonly string _marker;
    private readonly List<int[]> _netsOfSignal = [];
    private readonly List<(int Cell, int Bit)>[] _readers;
    private readonly sbyte[] _values;
    private readonly bool[] _isKnown;
    private readonly int[] _states;
    private readonly long[] _since;
    private readonly Dictionary<int, SwitchingActivity> _phases = [];
    private SwitchingActivity? _running;
    private int _markerSignal = -1;
    private int _markerValue;
    private int _pendingMarker;
    private long _time;
    private long _phaseStart;

    /// <summary>Prepares for a circuit.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="scope">Scope of its instance in the dump, names joined by slashes.</param>
    /// <param name="marker">Scope and name of the signal that says the phase.</param>
    public ActivityRecorder(Circuit circuit, string scope, string marker)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        _circuit = circuit;
        _scope = scope + "/";
        _marker = marker;
        _readers = new List<(int, int)>[circuit.NetCount];
        _values = new sbyte[circuit.NetCount];
        Array.Fill(_values, (sbyte)-1);
        _isKnown = new bool[circuit.NetCount];
        _states = new int[circuit.Cells.Count];
        _since = new long[circuit.Cells.Count];
        for (int cell = 0; cell < circuit.Cells.Count; cell++)
        {
            Connect(cell);
        }

        SetConstant(Circuit.Low, 0);
        SetConstant(Circuit.High, 1);
    }

    /// <summary>Gets what happened in every phase that ran, by the value of the marker.</summary>
    public IReadOnlyDictionary<int, SwitchingActivity> Phases => _phases;

    /// <summary>Returns the nets with a reader whose wire the dump does not have.</summary>
    public IEnumerable<int> MissingNets() => Enumerable.Range(0, _circuit.NetCount).Where(net => !_isKnown[net] && _readers[net] is not null);

    /// <inheritdoc/>
    public void Declare(WaveformVariable variable, int signal)
    {
        ArgumentNullException.ThrowIfNull(variable);
        while (_netsOfSignal.Count <= signal)
        {
            _netsOfSignal.Add([]);
        }

        string name = variable.Scope + "/" + variable.Name;
        if (name == _marker)
        {
            _markerSignal = signal;
        }
        else if (name.StartsWith(_scope, StringComparison.Ordinal) && _circuit.Names.TryGetValue(name[_scope.Length..], out int[]? nets)
            && nets.Length == variable.Width)
        {
            // A net has many names; the first that is declared speaks for it.
            int[] known = [.. nets.Select(net => net <= Circuit.High || _isKnown[net] ? -1 : net)];
            if (_netsOfSignal[signal].Length == 0 && known.Any(static net => net >= 0))
            {
                _netsOfSignal[signal] = known;
                foreach (int net in known.Where(static net => net >= 0))
                {
                    _isKnown[net] = true;
                }
            }
        }
    }

    /// <inheritdoc/>
    public void AdvanceTo(long time)
    {
        if (time == _time)
        {
            return;
        }

        // All changes of a moment belong to the phase that it begins with.
        if (_pendingMarker != _markerValue)
        {
            Begin(_pendingMarker);
        }

        _time = time;
    }

    /// <inheritdoc/>
    public void Change(int signal, int bit, int value)
    {
        if (signal == _markerSignal)
        {
            SetMarker(bit, value);
            return;
        }

        int[] nets = _netsOfSignal[signal];
        if (bit >= nets.Length || nets[bit] < 0)
        {
            return;
        }

        int net = nets[bit];
        int before = _values[net];
        if (before == value)
        {
            return;
        }

        _values[net] = (sbyte)value;
        if (_running is not null && before >= 0 && value >= 0)
        {
            (value == 1 ? _running.Rises : _running.Falls)[net]++;
        }

        if (Math.Max(before, 0) != Math.Max(value, 0))
        {
            Flip(net);
        }
    }

    /// <summary>Closes the last phase; what comes later is not counted.</summary>
    /// <exception cref="InputException">The dump has no marker.</exception>
    public void Finish()
    {
        if (_markerSignal < 0)
        {
            throw new InputException($"The dump has no signal {_marker}: nothing says which phase runs.");
        }

        Begin(0);
    }

    private void Connect(int cell)
    {
        CircuitCell one = _circuit.Cells[cell];
        int bit = 0;
        foreach ((Liberty.LibertyPin pin, int net) in one.Type.Pins.Zip(one.Nets))
        {
            if (!pin.IsOutput)
            {
                Read(net, cell, bit++);
            }
        }

        // The state of a flip-flop shows at whichever output is connected, that of a clock gate is its output.
        if (one.Type.IsSequential)
        {
            int output = Enumerable.Range(0, one.Nets.Length).FirstOrDefault(pin => one.Type.Pins[pin].IsOutput && one.Nets[pin] >= 0, -1);
            if (output >= 0)
            {
                bool isInverse = one.Type.Pins[output].Function is { } function && function.In(0);
                _states[cell] |= isInverse ? 1 << bit : 0;
                Read(one.Nets[output], cell, bit);
            }
        }
    }

    private void Read(int net, int cell, int bit)
    {
        if (net >= 0)
        {
            (_readers[net] ??= []).Add((cell, bit));
        }
    }

    private void SetConstant(int net, int value)
    {
        _values[net] = (sbyte)value;
        _isKnown[net] = true;
        if (value == 1)
        {
            Flip(net);
        }
    }

    private void Flip(int net)
    {
        if (_readers[net] is { } readers)
        {
            foreach ((int cell, int bit) in readers)
            {
                Settle(cell);
                _states[cell] ^= 1 << bit;
            }
        }
    }

    private void Settle(int cell)
    {
        if (_running is not null)
        {
            _running.StateTicks[cell][_states[cell]] += _time - _since[cell];
        }

        _since[cell] = _time;
    }

    private void SetMarker(int bit, int value)
    {
        int mask = 1 << bit;
        _pendingMarker = value == 1 ? _pendingMarker | mask : _pendingMarker & ~mask;
    }

    private void Begin(int phase)
    {
        for (int cell = 0; cell < _states.Length; cell++)
        {
            Settle(cell);
        }

        if (_running is not null)
        {
            _phases[_markerValue] = _running with { Ticks = _running.Ticks + _time - _phaseStart };
        }

        _markerValue = phase;
        _phaseStart = _time;
        _running = phase == 0 ? null : _phases.TryGetValue(phase, out SwitchingActivity? before) ? before : new SwitchingActivity(
            0, new long[_circuit.NetCount], new long[_circuit.NetCount],
            [.. _circuit.Cells.Select(static cell => new long[1 << cell.Type.Variables.Count])]);
    }
}
