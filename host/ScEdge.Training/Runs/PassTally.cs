using System.Collections.Generic;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Training.Optimization;
using ScEdge.Training.Passes;

namespace ScEdge.Training.Runs;

/// <summary>
/// Adds up what the passes of a training do, layer by layer and pass by pass.
/// </summary>
public sealed class PassTally
{
    private readonly StochasticPasses _passes;
    private readonly PassCounts[] _sums;
    private readonly string[] _tensorNames;

    /// <summary>Starts at zero.</summary>
    /// <param name="passes">The passes.</param>
    /// <param name="tensorNames">Names of all tensors of the network.</param>
    public PassTally(StochasticPasses passes, IReadOnlyList<string> tensorNames)
    {
        _passes = passes;
        Tensors = passes.Tensors;
        _tensorNames = [.. Tensors.Select(tensor => tensorNames[tensor])];
        _sums = [.. Tensors.Select(static _ => new PassCounts())];
    }

    /// <summary>Gets the weight tensor of each product layer, as its index among the parameters.</summary>
    public IReadOnlyList<int> Tensors { get; }

    /// <summary>Gets the images that went through.</summary>
    public long Images { get; private set; }

    /// <summary>Gets the counts of the last batch by product layer.</summary>
    public IReadOnlyList<PassCounts> LastBatch => _passes.Counts;

    /// <summary>Adds the last batch.</summary>
    /// <param name="images">Its images.</param>
    public void AddBatch(int images)
    {
        Images += images;
        for (int i = 0; i < _sums.Length; i++)
        {
            _sums[i].Add(_passes.Counts[i]);
        }
    }

    /// <summary>Adds the counts of all layers and passes to others.</summary>
    public void AddTo(OperationCounts counts)
    {
        foreach (PassCounts sum in _sums)
        {
            foreach (OperationCounts pass in sum.ByPass)
            {
                counts.Add(pass);
            }
        }
    }

    /// <summary>Returns the sums.</summary>
    public PassResult Result() => new()
    {
        Images = Images,
        Layers =
        [
            .. _tensorNames.Select((name, i) => new PassLayerResult
            {
                Tensor = name,
                Counts = [.. _sums[i].ByPass.Select(CountNames.Of)],
            }),
        ],
        Errors = [.. _passes.Probe?.Records ?? []],
    };

    /// <summary>Takes back what <see cref="Result"/> returned.</summary>
    public void Restore(PassResult result)
    {
        Images = result.Images;
        _passes.Probe?.Restore(result.Errors);
        for (int i = 0; i < _sums.Length; i++)
        {
            for (int pass = 0; pass < _sums[i].ByPass.Length; pass++)
            {
                _sums[i].ByPass[pass].Clear();
                _sums[i].ByPass[pass].Add(CountNames.Read(result.Layers[i].Counts[pass]));
            }
        }
    }
}
