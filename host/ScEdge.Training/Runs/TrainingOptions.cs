using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Serialization;
using ScEdge.Cbram;
using ScEdge.Input;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Optimization;

namespace ScEdge.Training.Runs;

/// <summary>
/// Every setting of a training run. Together with the data they determine the parameters bit for bit; the number of
/// threads does not enter, and what accounts the costs changes nothing else.
/// </summary>
public sealed record TrainingOptions
{
    private static readonly TrainingOptions Defaults = new();

    /// <summary>Gets the name of the data set: <c>mnist</c> or a folder.</summary>
    public string Dataset { get; init; } = "mnist";

    /// <summary>Gets which data set of a folder that holds several; null for the only one.</summary>
    public string? Split { get; init; }

    /// <summary>Gets the name of the network: <c>lenet5</c>, <c>edge</c> or a file.</summary>
    public string Model { get; init; } = "lenet5";

    /// <summary>Gets the stochastic optimiser; null for FP32 gradient descent with momentum.</summary>
    [JsonConverter(typeof(OptimizerNames))]
    public OptimizerKind? Optimizer { get; init; } = OptimizerKind.Momentum;

    /// <summary>Gets how stochastic updates carry their sign.</summary>
    public UpdateEncoding Encoding { get; init; } = UpdateEncoding.SignMagnitude;

    /// <summary>Gets the stream lengths.</summary>
    public StreamLengths StreamLengths { get; init; } = new(32, 32, 32);

    /// <summary>
    /// Gets where the bits of the updates' streams come from: cells, generators in their place, one sequence for all parameters of a tensor; or
    /// <see cref="StreamSource.Rounding"/> for no streams, but fixed point with stochastic rounding.
    /// </summary>
    public StreamSource UpdateSource { get; init; }

    /// <summary>Gets the widths of the registers.</summary>
    public RegisterBits RegisterBits { get; init; } = new(16, 16);

    /// <summary>Gets how the passes are computed in bit streams; null for passes in FP32.</summary>
    public PassOptions? Passes { get; init; }

    /// <summary>Gets the bits of an integer gradient, 8 or 16.</summary>
    public int GradientBits { get; init; } = 16;

    /// <summary>Gets the learning rate of the first epoch.</summary>
    public double LearningRate { get; init; } = 1.0 / 32.0;

    /// <summary>Gets whether the remainder of the rate is a bit stream of its own, instead of the rate a power of two.</summary>
    public bool RateAsStream { get; init; }

    /// <summary>Gets mu, the share of the momentum that a step keeps.</summary>
    public double Momentum { get; init; } = 0.9;

    /// <summary>Gets lambda; a step takes the share rate x lambda from every weight.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Gets the images of a step.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Gets the passes over the training images.</summary>
    public int Epochs { get; init; } = 3;

    /// <summary>Gets how many training images are set aside for validation; null for a twelfth of them.</summary>
    public int? ValidationCount { get; init; }

    /// <summary>Gets how many of the first training images that are left are used; 0 for all.</summary>
    public int ImageLimit { get; init; }

    /// <summary>Gets the device: a preset's name or a file.</summary>
    public string Cbram { get; init; } = "jo2009";

    /// <summary>Gets the effects that are on, as <c>name=value</c> separated by blanks, or <c>none</c>.</summary>
    public string Nonidealities { get; init; } = "none";

    /// <summary>Gets which cells serve which parameter.</summary>
    public CellAllocation Cells { get; init; } = CellAllocation.Rotating;

    /// <summary>Gets the lanes of a tensor where cells rotate.</summary>
    public int Lanes { get; init; } = 256;

    /// <summary>Gets whether one cell takes all pulses of a number.</summary>
    public bool SerialWrite { get; init; }

    /// <summary>Gets the seed of the cells themselves; null takes the seed of each run.</summary>
    public ulong? DeviceSeed { get; init; }

    /// <summary>Gets the cost library that prices the updates: its name or a file.</summary>
    public string CostLibrary { get; init; } = "tsmc40lp-unarysim";

    /// <summary>Gets how much of the account of costs is kept.</summary>
    public LedgerDetail Ledger { get; init; } = LedgerDetail.Steps;

    /// <summary>Gets the seeds; each gives one training from its own initial weights, data order and streams.</summary>
    public IReadOnlyList<ulong> Seeds { get; init; } = [1];

    /// <summary>Gets what is trained beside a stochastic optimiser.</summary>
    public Baselines Baselines { get; init; } = Baselines.Fp32 | Baselines.Fixed;

    /// <summary>Gets what the stochastic optimiser is; null for FP32 gradient descent.</summary>
    [JsonIgnore]
    public OptimizerDescription? Description => Optimizer is { } kind ? OptimizerDescription.Of(kind) : null;

    /// <summary>Gets whether a stochastic optimiser is trained.</summary>
    [JsonIgnore]
    public bool IsStochastic => Optimizer is not null;

    /// <summary>Gets whether <see cref="Momentum"/> takes part.</summary>
    [JsonIgnore]
    public bool UsesMomentum => Description?.UsesMomentum ?? true;

    /// <summary>Gets whether the remainder of the learning rate can be a stream.</summary>
    [JsonIgnore]
    public bool UsesRateStream => Description?.UsesRateStream ?? false;

    /// <summary>Gets whether the updates are made of bit streams.</summary>
    [JsonIgnore]
    public bool HasUpdateStreams => IsStochastic && UpdateSource != StreamSource.Rounding;

    /// <summary>Gets whether cells make bits, in updates or passes.</summary>
    [JsonIgnore]
    public bool UsesCells => IsStochastic
        && (UpdateSource == StreamSource.OwnCells || Passes?.Source is StreamSource.OwnCells or StreamSource.SharedCells);

    /// <summary>Gets whether the costs of the updates are accounted.</summary>
    [JsonIgnore]
    public bool HasLedger => IsStochastic && Ledger != LedgerDetail.None;

    /// <summary>Gets whether an FP32 training takes place.</summary>
    [JsonIgnore]
    public bool HasFp32 => !IsStochastic || Baselines.HasFlag(Baselines.Fp32);

    /// <summary>Gets whether a training in fixed-point arithmetic takes place.</summary>
    [JsonIgnore]
    public bool HasFixed => IsStochastic && Baselines.HasFlag(Baselines.Fixed);

    /// <summary>Returns the learning rate of an epoch: halved after each third of the epochs, down to an eighth at most.</summary>
    /// <param name="epoch">Epoch, 0 first.</param>
    public double RateOf(int epoch) => LearningRate / (1 << Math.Min(epoch / Math.Max(1, Epochs / 3), 3));

    /// <summary>Checks that the settings go together.</summary>
    /// <exception cref="InputException">One does not; the sentence says which and what to do.</exception>
    public void Validate()
    {
        Require(LearningRate is > 0 and <= 16, $"The learning rate {LearningRate:R} cannot be used: give a number above 0, at most 16.");
        Require(Momentum is >= 0 and < 1, $"The momentum {Momentum:R} cannot be used: give a number from 0 to below 1.");
        Require(
            WeightDecay is >= 0 and <= 1 && (WeightDecay == 0 || WeightDecay >= 1 / 131072.0),
            $"The weight decay {WeightDecay:R} cannot be used: give 0, or a number from 0.00001 to 1.");
        Require(BatchSize is >= 1 and <= 4096, $"The batch size {BatchSize} cannot be used: give a number from 1 to 4096.");
        Require(Epochs is >= 1 and <= 10000, $"{Epochs} epochs cannot be trained: give a number from 1 to 10000.");
        Require(ImageLimit >= 0, $"The limit {ImageLimit} cannot be used: give the number of training images to use, 1 or more.");
        Require(ValidationCount is null or >= 0, $"{ValidationCount} images cannot be set aside: give the number of images for validation, or 0.");
        Require(Lanes is >= 1 and <= 65536, $"{Lanes} lanes cannot be used: give a number from 1 to 65536.");
        Require(GradientBits is 8 or 16, $"Gradients of {GradientBits} bits cannot be used: give 8 or 16.");
        Require(Seeds.Count > 0, "There is no seed: give one or more.", "seeds 1,2,3");
        Require(Seeds.Distinct().Count() == Seeds.Count, "A seed is given twice: it would only train the same network again.");
        Require(
            UsesMomentum || Momentum == Defaults.Momentum,
            $"{OptimizerNames.Of(Optimizer)} has no momentum whose share could be set; leave it out.", "momentum");
        if (Description is { } optimizer)
        {
            ValidateStreams(optimizer);
        }
        else
        {
            Require(
                Passes is null,
                $"{OptimizerNames.Fp32} trains in FP32, and its gradients with it: choose an optimiser in streams for stochastic passes.",
                "optimizer sc-momentum");
            Require(
                !RateAsStream && Encoding == UpdateEncoding.SignMagnitude && UpdateSource == StreamSource.OwnCells,
                $"{OptimizerNames.Fp32} updates in FP32, without bit streams: leave out what concerns them.");
        }
    }

    private void ValidateStreams(OptimizerDescription optimizer)
    {
        Require(
            UpdateSource is StreamSource.OwnCells or StreamSource.Counter or StreamSource.Lfsr or StreamSource.Sobol or StreamSource.Rounding,
            "Updates cannot take their bits from there: give cells, generators, shift registers, Sobol's sequence, or rounding.",
            "update-source cbram");
        Require(
            HasUpdateStreams || (!RateAsStream && Encoding == UpdateEncoding.SignMagnitude),
            "Updates in fixed point have no streams: leave out the coding of signs and a stream for the learning rate.",
            "update-source cbram");
        Require(
            Passes is null || new[] { Passes.ForwardLength, Passes.BackwardLength, Passes.GradientLength }.All(PassSettings.IsLength),
            $"Streams of {Passes?.Lengths} bits cannot be used in passes: give powers of two.",
            "pass-length");
        Require(
            optimizer.UsesRateStream || !RateAsStream,
            $"{optimizer.Name} takes the remainder of the learning rate into its division and has no stream for it; leave it out.",
            "learning-rate-mode");
        Require(
            !optimizer.UsesRateStream || RateAsStream || !HasUpdateStreams || StochasticRule.Split(LearningRate).IsPowerOfTwo,
            $"The learning rate {LearningRate:R} is not a power of two, which a shift cannot express: give 0.03125 (1/32) or another power of two, "
            + "or draw the rate as a stream.",
            "learning-rate-mode stream");
        Require(
            optimizer.HasBipolarForm || Encoding == UpdateEncoding.SignMagnitude,
            $"{optimizer.Name} divides magnitudes and has no bipolar form: use sign and magnitude.",
            "encoding sign-magnitude");
        Require(
            !optimizer.HasQuotient || (StreamLengths.Weight & (StreamLengths.Weight - 1)) == 0,
            $"{optimizer.Name} needs a weight stream whose length is a power of two, not {StreamLengths.Weight}: use 16 or 32.");
        bool hasAuxiliaries = optimizer.Auxiliaries.Length > 0;
        Require(
            hasAuxiliaries || StreamLengths.Gradient == StreamLengths.Weight,
            $"{optimizer.Name} moves weights by gradients in one stream: give one length.",
            "stream-length");
        Require(
            hasAuxiliaries || RegisterBits.Momentum == RegisterBits.Weight,
            $"{optimizer.Name} has no registers but the weights: give one width.",
            "register-bits");
    }

    private static void Require(bool condition, string sentence, string? setting = null)
    {
        if (!condition)
        {
            throw new InputException(sentence) { Setting = setting };
        }
    }
}
