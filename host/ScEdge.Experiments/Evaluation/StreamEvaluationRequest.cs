using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Input;
using ScEdge.Statistics;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Experiments.Evaluation;

/// <summary>
/// How trained parameters are to be measured with every multiplication a gate on two bit streams.
/// </summary>
/// <param name="Parameters">What is to be measured, and on which images.</param>
public sealed record StreamEvaluationRequest(EvaluationRequest Parameters)
{
    /// <summary>Most repetitions.</summary>
    public const int MostRepeats = 1000;

    /// <summary>Gets the stream lengths N to measure, each a power of two.</summary>
    public IReadOnlyList<int> Lengths { get; init; } = [256];

    /// <summary>Gets where random numbers come from, and who shares them.</summary>
    public StreamSource Source { get; init; }

    /// <summary>Gets how streams carry a sign.</summary>
    public PassEncoding Encoding { get; init; }

    /// <summary>Gets whether weights are drawn anew for every image; otherwise once for 64 of them.</summary>
    public bool WeightsPerImage { get; init; }

    /// <summary>Gets how often the images are read at each length, each time with fresh streams; 1 to <see cref="MostRepeats"/>.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>
    /// Gets the confidence with which a class must lead before an image is decided (<see cref="LeadTest"/>); null to read every image once.
    /// </summary>
    public double? Until { get; init; }

    /// <summary>Gets the seed of the streams, and of what differs from cell to cell.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Gets the device: a preset's name or a file.</summary>
    public string Cbram { get; init; } = "jo2009";

    /// <summary>Gets the imperfections of the cells that differ from the device's own, <c>name=value</c> each.</summary>
    public IReadOnlyList<string> Nonidealities { get; init; } = [];

    /// <summary>Gets the cost library that prices the reading: its name or a file.</summary>
    public string CostLibrary { get; init; } = "tsmc40lp-unarysim";

    /// <summary>Checks that the settings go together.</summary>
    /// <exception cref="InputException">One does not; the sentence says which and what to do.</exception>
    public void Validate()
    {
        int odd = Lengths.FirstOrDefault(static length => !PassSettings.IsLength(length), -1);
        Require(
            Lengths.Count > 0 && odd == -1,
            $"Streams of {(Lengths.Count == 0 ? "no" : odd)} bits cannot be used in passes: give powers of two from {PassSettings.ShortestLength} to "
            + $"{PassSettings.LongestLength}.",
            "length 32,256");
        Require(
            Lengths.Distinct().Count() == Lengths.Count, "A length is given twice: it would only give the same figures again.", "length");
        Require(Repeats is >= 1 and <= MostRepeats, $"{Repeats} repetitions cannot be made: give 1 to {MostRepeats}.", "repeats");
        if (Until is { } confidence)
        {
            RequireConfidence(confidence);
        }

        Require(
            Until is null || Lengths.Count == 1,
            "Images that are read until a class leads are read with streams of one length: give one.", "length");
        Require(
            Until is null || Repeats == 1, "Images that are read until a class leads are read again and again as it is: leave the repetitions out.",
            "repeats");
        RequireFreshStreams(Source, readsAgain: Until is not null || Repeats > 1);
    }

    /// <summary>Checks a confidence that a class must lead with.</summary>
    /// <exception cref="InputException">The test cannot hold it.</exception>
    public static void RequireConfidence(double confidence) => Require(
        confidence is >= LeadTest.LeastConfidence and <= LeadTest.HighestConfidence,
        string.Create(
            CultureInfo.InvariantCulture,
            $"A confidence of {confidence:R} cannot be used: give {LeadTest.LeastConfidence} to {LeadTest.HighestConfidence}, such as 0.99."),
        "until");

    /// <summary>Checks that images that are read again meet other streams.</summary>
    /// <param name="source">What makes the bits.</param>
    /// <param name="readsAgain">Whether images are read more than once.</param>
    /// <exception cref="InputException">They meet the same.</exception>
    public static void RequireFreshStreams(StreamSource source, bool readsAgain) => Require(
        source != StreamSource.Ramp || !readsAgain,
        "A ramp gives the same streams every time, so that reading again says nothing new: choose another source.", "source");

    /// <summary>Checks that a board can read.</summary>
    /// <param name="encoding">How streams carry a sign.</param>
    /// <exception cref="InputException">It cannot: boards have AND gates.</exception>
    public static void RequireEncodingOfBoards(PassEncoding encoding) => Require(
        encoding == PassEncoding.SignMagnitude,
        "A board reads sign-magnitude streams only: read bipolar ones without a board.", "pass-encoding sign-magnitude");

    private static void Require(bool condition, string sentence, string setting)
    {
        if (!condition)
        {
            throw new InputException(sentence) { Setting = setting };
        }
    }
}
