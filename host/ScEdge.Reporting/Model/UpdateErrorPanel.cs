using System.Collections.Generic;

namespace ScEdge.Reporting.Model;

/// <summary>Comparison of the stochastic updates' errors with what theory predicts.</summary>
/// <param name="Series">One entry per phase of the optimiser.</param>
/// <param name="Unit">Unit of every error, for example <c>weight units</c> or <c>register LSB</c>.</param>
/// <param name="StepInterval">Steps of the training of which one was compared; 1 where all were.</param>
public sealed record UpdateErrorPanel(IReadOnlyList<UpdateErrorSeries> Series, string Unit = "units of the parameter", int StepInterval = 1);
