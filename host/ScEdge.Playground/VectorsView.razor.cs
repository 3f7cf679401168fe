using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Components;
using ScEdge.Playground.Vectors;

namespace ScEdge.Playground;

/// <summary>The vectors of the project, computed again where the page runs.</summary>
public partial class VectorsView
{
    /// <summary>Gets or sets what brings the assemblies of <see cref="VectorCheck.TrainingAssemblies"/>, which nothing else needs.</summary>
    [Parameter]
    public Func<IReadOnlyList<string>, Task> Bring { get; set; } = static _ => Task.CompletedTask;

    private List<VectorResult> Results { get; } = [];

    private string Verdict { get; set; } = "Running.";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await Bring(VectorCheck.TrainingAssemblies);
        foreach (VectorCheck check in VectorCheck.All)
        {
            await Task.Delay(1);
            Results.Add(check.Run());
            StateHasChanged();
        }

        Verdict = $"{Results.Sum(static result => result.Passed)} passed, {Results.Sum(static result => result.Cases - result.Passed)} failed";
    }
}
