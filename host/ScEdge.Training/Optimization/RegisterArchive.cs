using System;
using ScEdge.Input;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Artifacts;

namespace ScEdge.Training.Optimization;

/// <summary>
/// The state of a tensor as named arrays of a checkpoint.
/// </summary>
/// <param name="archive">Checkpoint.</param>
/// <param name="tensor">Name of the tensor.</param>
/// <param name="loads">Whether the tensor takes what is in the archive; otherwise the archive takes what the tensor has.</param>
internal sealed class RegisterArchive(TensorArchive archive, string tensor, bool loads) : ITensorStateVisitor
{
    /// <inheritdoc/>
    public int FractionBits(int value) => (int)Number("fraction_bits", value);

    /// <inheritdoc/>
    public long Cycles(long value) => Number("cell_cycles", value);

    /// <inheritdoc/>
    public void Memory(uint[] words) => Exchange("cell_memory", words);

    /// <inheritdoc/>
    /// <exception cref="InputException">A register that was read is beyond its limit.</exception>
    public void Registers(string name, short[] registers, int limit)
    {
        Exchange($"{name}_register", registers);
        if (loads && registers.AsSpan().ContainsAnyExceptInRange((short)-limit, (short)limit))
        {
            throw new InputException(
                $"The checkpoint holds a {name} register of {tensor} beyond {limit}, the largest that it can be: resume the checkpoint "
                + "that the run wrote.");
        }
    }

    private long Number(string name, long value)
    {
        long[] number = [value];
        Exchange(name, number);
        return number[0];
    }

    private void Exchange<T>(string name, T[] values)
        where T : unmanaged
    {
        if (loads)
        {
            archive.Read<T>($"{tensor}.{name}", values);
        }
        else
        {
            archive.Add<T>($"{tensor}.{name}", values);
        }
    }
}
