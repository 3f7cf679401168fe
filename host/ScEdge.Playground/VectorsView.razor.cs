using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ScEdge.Playground.Vectors;

namespace ScEdge.Playground;

/// <summary>The vectors of the project, computed again where the page runs.</summary>
public partial class VectorsView
{
    private List<VectorResult> Results { get; } = [];

    private string Verdict { get; set; } = "Running.";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        foreach (VectorCheck check in VectorCheck.All)
        {
            await Task.Delay(1);
            Results.Add(check.Run());
            StateHasChanged();
        }

        Verdict = $"{Results.Sum(static result => result.Passed)} passed, {Results.Sum(static result => result.Cases - result.Passed)} failed";
    }
}
