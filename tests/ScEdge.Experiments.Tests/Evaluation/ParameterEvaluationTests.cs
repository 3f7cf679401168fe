using ScEdge.Experiments.Evaluation;

namespace ScEdge.Experiments.Tests.Evaluation;

[Trait("Kind", "Unit")]
public sealed class ParameterEvaluationTests(TinyRun run) : IClassFixture<TinyRun>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_RunFolder_RepeatsTheAccuracyOfTheRun(bool registers)
    {
        EvaluationResult result =
            ParameterEvaluation.Of(new EvaluationRequest(run.RunPath) { Dataset = run.DatasetPath, Registers = registers, Threads = 1 });

        Assert.Equal(registers, result.HoldsCounters);
        Assert.Equal(run.Result.Stochastic!.Test!.Accuracy, result.Evaluation.Accuracy);
        Assert.Equal(TinyImages.Classes, result.ClassNames.Count);
    }
}
