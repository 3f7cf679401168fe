using System;
using System.Linq;
using System.Numerics;
using ScEdge.Cbram;
using ScEdge.Input;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Networks;
using ScEdge.Training.Optimization;
using ScEdge.Training.Runs;

namespace ScEdge.Training.Tests.Runs;

public class SeedTrainingTests
{
    public static TheoryData<TrainingOptions> Variants()
    {
        TrainingOptions plain = TinyTraining.Options;
        return
        [
            plain,
            plain with { Optimizer = OptimizerKind.Sgd, WeightDecay = 0.001 },
            plain with { Optimizer = OptimizerKind.Adam, LearningRate = 1.0 / 256 },
            plain with { Optimizer = null },
            plain with { Encoding = UpdateEncoding.Bipolar, RateAsStream = true, LearningRate = 0.03 },
            plain with { Cells = CellAllocation.Own, Nonidealities = "device-to-device=0.3 stuck-set=0.01" },
            plain with { SerialWrite = true, Nonidealities = "residual-filament=0.5 wear=0.1 drive-bits=6" },
            plain with { Passes = new PassOptions { ForwardLength = 16 }, Nonidealities = "residual-filament=1" },
            plain with { Nonidealities = "drive-drift=0.1 read-miss=0.05 line-drop=0.1" },
            plain with { Nonidealities = "set-droop=0.1 drive-drift=0.02 device-to-device=0.3" },
            plain with { UpdateSource = StreamSource.Counter },
            plain with { UpdateSource = StreamSource.Lfsr, RateAsStream = true, LearningRate = 0.03 },
            plain with { UpdateSource = StreamSource.Sobol, Optimizer = OptimizerKind.Adam, LearningRate = 1.0 / 256 },
            plain with { UpdateSource = StreamSource.Rounding, Passes = new PassOptions { Source = StreamSource.Rounding } },
        ];
    }

    [Theory]
    [Trait("Kind", "Property")]
    [MemberData(nameof(Variants))]
    public void Step_OneTwoOrThreeThreads_GivesTheSameNumbers(TrainingOptions options)
    {
        float[] expected = Train(options, 1);
        Assert.Equal(expected, Train(options, 2));
        Assert.Equal(expected, Train(options, 3));
    }

    [Theory]
    [Trait("Kind", "Property")]
    [MemberData(nameof(Variants))]
    public void Load_InTheMiddle_ContinuesAsIfNothingHadHappened(TrainingOptions options)
    {
        using WorkerTeam team = new(2);
        float[] expected = Train(options, 2);
        SeedTraining first = TinyTraining.Start(options, team);
        for (int i = 0; i < 17; i++)
        {
            first.Step();
        }

        TensorArchive archive = new(new SafetensorsFile());
        SeedProgress progress = first.Save(archive);
        SeedTraining second = TinyTraining.Start(options, team);
        second.Load(progress, archive);
        while (!second.IsFinished)
        {
            second.Step();
        }

        Assert.Equal(expected, All(second));
        Assert.All(second.Legs, leg => Assert.Equal(2, leg.Result.ValidationAccuracy.Count));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Step_AllLegs_LearnTheTask()
    {
        using WorkerTeam team = new(2);
        SeedTraining training = TinyTraining.Start(TinyTraining.Options with { Epochs = 12 }, team);
        while (!training.IsFinished)
        {
            training.Step();
        }

        Assert.Equal(training.TotalSteps, (int)training.StepsTaken);
        Assert.Equal(["fp32", "fixed", "sc"], training.Legs.Select(leg => leg.Name));
        Assert.All(training.Legs, leg => Assert.True(leg.Result.Test!.Accuracy > 0.9));
        Assert.All(training.Legs, leg => Assert.True(leg.Result.ValidationAccuracy[^1] > 0.85));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Step_BeforeTheLastEpochEnds_LeavesTheTestImagesAlone()
    {
        using WorkerTeam team = new(1);
        SeedTraining training = TinyTraining.Start(TinyTraining.Options with { Epochs = 2 }, team);
        while (!training.IsFinished)
        {
            Assert.All(training.Legs, leg => Assert.Null(leg.Result.Test));
            training.Step();
        }

        TestResult test = training.Stochastic!.Result.Test!;
        Evaluation again = training.Stochastic.Network.Evaluate(training.Dataset.Test);
        Assert.Equal(again.Accuracy, test.Accuracy);
        Assert.Equal(again.Correct, test.Correct);
        Assert.Equal(again.CorrectCount, test.Correct.Sum(bits => BitOperations.PopCount(bits)));
        Assert.Equal(training.Dataset.Test.Count, test.Confusion.Sum());
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Step_NoValidationImages_MeasuresTheTestAlone()
    {
        using WorkerTeam team = new(1);
        SeedTraining training = TinyTraining.Start(TinyTraining.Options with { Epochs = 1, ValidationCount = 0 }, team);
        while (!training.IsFinished)
        {
            training.Step();
        }

        Assert.All(training.Legs, leg => Assert.Empty(leg.Result.ValidationAccuracy));
        Assert.All(training.Legs, leg => Assert.NotNull(leg.Result.Test));
    }

    [Fact]
    [Trait("Kind", "Statistical")]
    public void Summarize_IdealCells_HasErrorsWithinTheoryAndNoBias()
    {
        // Means within five standard errors. The root mean square within 25 %: a few hundred updates of a tensor make up
        // its smallest groups, whose counts are far from normal.
        using WorkerTeam team = new(2);
        SeedTraining training = TinyTraining.Start(TinyTraining.Options with { Epochs = 12 }, team);
        while (!training.IsFinished)
        {
            training.Step();
        }

        SeedResult result = training.Summarize();
        Assert.NotEmpty(result.UpdateErrors);
        foreach (UpdateErrorRecord record in result.UpdateErrors.Where(record => record.Samples > 1000))
        {
            // Rounding of p to 2^-16 may push every update by up to N q 2^-17; compared with the spread it is nothing.
            double bound = (5 * Math.Sqrt(record.VarianceSum)) + (1e-3 * Math.Sqrt(record.VarianceSum * record.Samples));
            Assert.True(Math.Abs(record.ErrorSum) <= bound, record.ToString());
            Assert.InRange(Math.Sqrt(record.SquareSum / record.VarianceSum), 0.75, 1.25);
        }

        Assert.Equal(result.Counts["set_events"], result.Counts["reset_pulses"]);
        Assert.True(result.Counts["bits"] > 0);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Step_OtherSeed_GivesOtherNumbers() =>
        Assert.NotEqual(Train(TinyTraining.Options, 1, 3), Train(TinyTraining.Options, 1, 4));

    [Fact]
    [Trait("Kind", "Unit")]
    public void Step_TrainingDiverges_SaysSoInOneSentence()
    {
        using WorkerTeam team = new(1);
        SeedTraining training = TinyTraining.Start(TinyTraining.Options with { Optimizer = null }, team);
        training.Fp32!.Network.Parameters[0].Values[0] = float.NaN;
        string message = Assert.Throws<InputException>(() => training.Step()).Message;
        Assert.Contains("diverged", message, StringComparison.Ordinal);
    }

    private static float[] Train(TrainingOptions options, int threads, ulong seed = 3)
    {
        using WorkerTeam team = new(threads);
        SeedTraining training = TinyTraining.Start(options, team, seed);
        while (!training.IsFinished)
        {
            training.Step();
        }

        return All(training);
    }

    private static float[] All(SeedTraining training) => [.. training.Legs.SelectMany(TinyTraining.Values)];
}
