using System;
using ScEdge.Input;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Workloads;

/// <summary>The counts to expect of a step of stochastic momentum when nothing is trained.</summary>
/// <remarks>
/// Per parameter three numbers of N bits: decay of the momentum, gradient, weight (hw-docs/optimizers.md); three register
/// reads (momentum, momentum again, weight) and two writes. Shares of pulses and ones are those measured in training.
/// </remarks>
/// <param name="Parameters">Parameters updated in a step; 1 to 10^12.</param>
/// <param name="StreamLength">Bits N per number; 1 to 4096.</param>
public sealed record UpdateWorkload(long Parameters, int StreamLength)
{
    /// <summary>Numbers per parameter and step.</summary>
    public const int NumbersPerParameter = 3;

    /// <summary>Share of bits that take a SET pulse in training LeNet-5.</summary>
    /// <remarks>59,098,592,640 of 83,347,528,320 (hw-docs/accuracy/results.jsonl, row "main").</remarks>
    public const double MeasuredPulseShare = 0.709;

    /// <summary>Share of bits that take a SET pulse; the rest belongs to numbers that are exactly zero.</summary>
    public double PulseShare { get; init; } = MeasuredPulseShare;

    /// <summary>Share of SET pulses that switch, the mean of their probabilities.</summary>
    public double MeanProbability { get; init; } = Cells.ProbabilityDistribution.MeasuredMean;

    /// <summary>Whether every weight stream passes an AND gate with the stream of the learning rate.</summary>
    public bool LearningRateStream { get; init; }

    /// <summary>Cells that one SET pulse writes; null for as many as the stream has bits. 1 is serial write.</summary>
    public int? CellsPerLane { get; init; }

    /// <summary>Returns the expected counts, each rounded to a whole number.</summary>
    /// <exception cref="InputException">A number is out of range.</exception>
    public OperationCounts ToCounts()
    {
        if (Parameters is < 1 or > 1_000_000_000_000 || StreamLength is < 1 or > 4096 || !(PulseShare is >= 0 and <= 1))
        {
            throw new InputException(
                $"{Parameters} parameters with {StreamLength} bits and a pulse share of {PulseShare:G3} cannot be used: give 1 to 1e12 "
                + "parameters, 1 to 4096 bits, a share from 0 to 1.");
        }

        int cells = Math.Max(1, CellsPerLane ?? StreamLength);
        long numbers = Parameters * NumbersPerParameter;
        long bits = numbers * StreamLength;
        long pulses = (long)Math.Round(bits * PulseShare);
        long ones = (long)Math.Round(pulses * MeanProbability);
        return new OperationCounts
        {
            Numbers = numbers,
            Bits = bits,
            LaneCycles = numbers * ((StreamLength + cells - 1) / cells),
            SetPulses = pulses,
            Reads = pulses,
            SetEvents = ones,
            ResetPulses = ones,
            CounterIncrements = ones,
            AndOperations = LearningRateStream ? Parameters * StreamLength : 0,
            RegisterReads = 3 * Parameters,
            RegisterWrites = 2 * Parameters,
        };
    }
}
