using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ScEdge.Input;
using ScEdge.Silicon.Liberty;

namespace ScEdge.Silicon.Netlists;

/// <summary>Reads the netlist that Yosys writes as JSON and takes its hierarchy apart.</summary>
/// <remarks>A module without a body that is no cell of the library lies outside: its outputs are inputs of the circuit, its inputs outputs.</remarks>
public sealed class CircuitReader
{
    private readonly LibertyLibrary _library;
    private readonly string _origin;
    private readonly JsonElement _modules;
    private readonly List<CircuitModule> _found = [];
    private readonly List<CircuitCell> _cells = [];
    private readonly Dictionary<string, int[]> _names = [];
    private readonly List<int> _inputs = [];
    private readonly List<int> _outputs = [];
    private readonly NetMerger _nets = new();

    private CircuitReader(JsonElement modules, LibertyLibrary library, string origin)
    {
        _modules = modules;
        _library = library;
        _origin = origin;
    }

    /// <summary>Reads a netlist.</summary>
    /// <param name="json">What Yosys' write_json wrote.</param>
    /// <param name="top">Name of the outermost module.</param>
    /// <param name="library">The library of its cells.</param>
    /// <param name="origin">Where the text comes from, for the sentences of errors.</param>
    /// <exception cref="InputException">It is no such netlist, or it has a cell that the library lacks.</exception>
    public static Circuit Read(string json, string top, LibertyLibrary library, string origin)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            CircuitReader reader = new(document.RootElement.GetProperty("modules"), library, origin);
            return reader.ReadTop(top);
        }
        catch (System.Exception problem) when (problem is JsonException or KeyNotFoundException or System.InvalidOperationException)
        {
            throw new InputException($"{origin} is no netlist of Yosys: {problem.Message}", problem);
        }
    }

    private Circuit ReadTop(string top)
    {
        if (!_modules.TryGetProperty(top, out JsonElement module))
        {
            throw new InputException($"{_origin} has no module {top}.");
        }

        Instantiate(module, top, "", new Dictionary<int, int>());
        foreach (JsonProperty port in module.GetProperty("ports").EnumerateObject())
        {
            (port.Value.GetProperty("direction").GetString() == "input" ? _inputs : _outputs).AddRange(_names[port.Name]);
        }

        // A wire that a module passes through joins nets that were numbered apart.
        int[] final = _nets.Number(out int count);
        int[] Final(int[] nets) => [.. nets.Select(net => net < 0 ? net : final[net])];
        return new Circuit(
            top, _found, [.. _cells.Select(cell => cell with { Nets = Final(cell.Nets) })], count,
            _names.ToDictionary(static pair => pair.Key, pair => Final(pair.Value)),
            [.. Final([.. _inputs]).Distinct()], [.. Final([.. _outputs]).Distinct()]);
    }

    private void Instantiate(JsonElement module, string type, string scope, Dictionary<int, int> nets)
    {
        int index = Found(PlainName(type));
        foreach (JsonProperty wire in module.GetProperty("netnames").EnumerateObject())
        {
            _names[scope + wire.Name] = Nets(wire.Value.GetProperty("bits"), nets);
        }

        foreach (JsonProperty cell in module.GetProperty("cells").EnumerateObject())
        {
            string kind = cell.Value.GetProperty("type").GetString()!;
            JsonElement connections = cell.Value.GetProperty("connections");
            if (_library.Cells.TryGetValue(kind, out LibertyCell? known))
            {
                AddCell(scope + cell.Name, known, index, connections, nets);
            }
            else if (_modules.TryGetProperty(kind, out JsonElement inner))
            {
                AddModule(scope + cell.Name, kind, inner, connections, nets);
            }
            else
            {
                throw new InputException($"{_origin}: {scope}{cell.Name} is a {kind}, which the library {_library.Name} does not have.");
            }
        }
    }

    private void AddCell(string name, LibertyCell type, int module, JsonElement connections, Dictionary<int, int> nets)
    {
        if (type.Unsupported is { } reason)
        {
            throw new InputException($"{_origin}: {name} is a {type.Name}, a kind of cell ({reason}) that cannot be simulated here.");
        }

        int[] pins = [.. type.Pins.Select(static _ => -1)];
        foreach (JsonProperty connection in connections.EnumerateObject())
        {
            int pin = type.IndexOf(connection.Name);
            int[] bits = Nets(connection.Value, nets);
            pins[pin >= 0 && bits.Length <= 1 ? pin : throw new InputException($"{_origin}: {name} has no pin {connection.Name} of one bit.")] =
                bits.Length == 1 ? bits[0] : -1;
        }

        _cells.Add(new CircuitCell(name, type, module, pins));
    }

    private void AddModule(string name, string type, JsonElement module, JsonElement connections, Dictionary<int, int> outer)
    {
        bool isOutside = module.GetProperty("cells").EnumerateObject().MoveNext() == false
            && module.GetProperty("attributes").TryGetProperty("blackbox", out _);
        Dictionary<int, int> nets = [];
        foreach (JsonProperty port in module.GetProperty("ports").EnumerateObject())
        {
            if (!connections.TryGetProperty(port.Name, out JsonElement connection))
            {
                continue;
            }

            int[] bits = Nets(connection, outer);
            if (isOutside)
            {
                (port.Value.GetProperty("direction").GetString() == "output" ? _inputs : _outputs).AddRange(bits);
                continue;
            }

            foreach ((JsonElement bit, int net) in port.Value.GetProperty("bits").EnumerateArray().Zip(bits))
            {
                Join(nets, bit, net);
            }
        }

        if (!isOutside)
        {
            Instantiate(module, type, name + "/", nets);
        }
    }

    private void Join(Dictionary<int, int> nets, JsonElement bit, int net)
    {
        if (bit.ValueKind == JsonValueKind.String)
        {
            _nets.Merge(Constant(bit), net);
        }
        else if (!nets.TryAdd(bit.GetInt32(), net))
        {
            _nets.Merge(nets[bit.GetInt32()], net);
        }
    }

    private int[] Nets(JsonElement bits, Dictionary<int, int> nets) => [.. bits.EnumerateArray().Select(bit =>
    {
        if (bit.ValueKind == JsonValueKind.String)
        {
            return Constant(bit);
        }

        if (!nets.TryGetValue(bit.GetInt32(), out int net))
        {
            nets.Add(bit.GetInt32(), net = _nets.Add());
        }

        return net;
    })];

    private static int Constant(JsonElement bit) => bit.GetString() == "0" ? Circuit.Low : Circuit.High;

    private int Found(string name)
    {
        int index = _found.FindIndex(one => one.Name == name);
        if (index < 0)
        {
            _found.Add(new CircuitModule(name, 0));
            index = _found.Count - 1;
        }

        _found[index] = _found[index] with { Instances = _found[index].Instances + 1 };
        return index;
    }

    /// <summary>Returns a module's name as its source has it: Yosys writes parameters behind or around it.</summary>
    private static string PlainName(string name)
    {
        string plain = name.TrimStart('\\');
        return plain.StartsWith("$paramod", System.StringComparison.Ordinal) && plain.Split('\\') is [_, { Length: > 0 } inner, ..] ? inner : plain;
    }
}
