using System.Collections.Generic;
using System.Linq;
using ScEdge.Input;
using ScEdge.Silicon.Liberty;
using ScEdge.Silicon.Netlists;

namespace ScEdge.Silicon.Timing;

/// <summary>Puts the cells of a circuit into an order in which every gate comes behind those that drive it.</summary>
internal static class CellOrder
{
    /// <summary>Returns the indices of the cells: flip-flops and clock gates first.</summary>
    /// <exception cref="InputException">Gates form a loop.</exception>
    public static IReadOnlyList<int> Of(Circuit circuit)
    {
        List<int>?[] readers = new List<int>?[circuit.NetCount];
        int[] waiting = new int[circuit.Cells.Count];
        HashSet<int> gateOutputs = [.. circuit.Cells.Where(static cell => !cell.Type.IsSequential).SelectMany(Outputs)];
        for (int index = 0; index < circuit.Cells.Count; index++)
        {
            CircuitCell cell = circuit.Cells[index];
            foreach (int net in !cell.Type.IsSequential ? Inputs(cell).Where(gateOutputs.Contains) : [])
            {
                (readers[net] ??= []).Add(index);
                waiting[index]++;
            }
        }

        Queue<int> ready = new(Enumerable.Range(0, waiting.Length).Where(index => waiting[index] == 0)
            .OrderBy(index => !circuit.Cells[index].Type.IsSequential));
        List<int> order = [];
        while (ready.TryDequeue(out int index))
        {
            order.Add(index);
            CircuitCell cell = circuit.Cells[index];
            foreach (int reader in !cell.Type.IsSequential ? Outputs(cell).SelectMany(net => readers[net] ?? []) : [])
            {
                if (--waiting[reader] == 0)
                {
                    ready.Enqueue(reader);
                }
            }
        }

        return order.Count == waiting.Length ? order
            : throw new InputException(
                $"The gates of {circuit.Name} form a loop through {circuit.Cells[System.Array.FindIndex(waiting, static left => left > 0)].Name}.");
    }

    private static IEnumerable<int> Inputs(CircuitCell cell) =>
        cell.Type.Pins.Zip(cell.Nets).Where(static pin => !pin.First.IsOutput && pin.Second >= 0).Select(static pin => pin.Second);

    private static IEnumerable<int> Outputs(CircuitCell cell) =>
        cell.Type.Pins.Zip(cell.Nets).Where(static pin => pin.First.IsOutput && pin.Second >= 0).Select(static pin => pin.Second);
}
