using System;
using System.Linq;
using ScEdge.Kernels.Threading;
using ScEdge.Protocol.Tests;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;

namespace ScEdge.Training.Tests.Networks;

[Trait("Kind", "Unit")]
public sealed class NetworkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(40)]
    public void ForwardBackward_PartialBatchAfterFullOne_IsAsFromANewNetwork(int count)
    {
        using WorkerTeam team = new(2);
        ImageSet images = SmallTraining.Images();
        Network used = SmallTraining.Create(team, 64);
        used.ForwardBackward(images, TestImages.Indices(0, 64));
        Network fresh = SmallTraining.Create(team, 40);
        int[] indices = TestImages.Indices(9, count);
        Assert.Equal(fresh.ForwardBackward(images, indices), used.ForwardBackward(images, indices));
        for (int p = 0; p < used.Parameters.Count; p++)
        {
            Assert.Equal(fresh.Parameters[p].Gradients, used.Parameters[p].Gradients);
        }
    }

    [Fact]
    public void ForwardBackward_Batch_IsTheMeanOfItsImages()
    {
        using WorkerTeam team = new(1);
        ImageSet images = SmallTraining.Images();
        Network network = SmallTraining.Create(team, 33);
        double[] gradient = new double[network.ParameterCount];
        double loss = 0;
        int correct = 0;
        for (int i = 0; i < 33; i++)
        {
            BatchResult one = network.ForwardBackward(images, [i]);
            loss += one.MeanLoss / 33;
            correct += one.CorrectCount;
            float[] gradients = Gradients(network);
            for (int k = 0; k < gradient.Length; k++)
            {
                gradient[k] += gradients[k] / 33.0;
            }
        }

        BatchResult all = network.ForwardBackward(images, TestImages.Indices(0, 33));
        Assert.Equal(loss, all.MeanLoss, 1e-6);
        Assert.Equal(correct, all.CorrectCount);
        Assert.Equal(33, all.ImageCount);

        // Means of 33 numbers of order 1, each within some units of 2^-24.
        Assert.All(Gradients(network).Zip(gradient), static pair => Assert.Equal(pair.Second, pair.First, 1e-5));
    }

    [Fact]
    public void ForwardBackward_AfterTheFirstStep_AllocatesNothing()
    {
        // With one thread everything runs on this one, whose allocations no other test can disturb.
        using WorkerTeam team = new(1);
        ImageSet images = SmallTraining.Images();
        Network network = SmallTraining.Create(team, 64);
        BatchSampler sampler = new(70, 64, 1);
        Step(network, images, sampler);

        Assert.Equal(0, AllocatedBytes.Of(() =>
        {
            for (int i = 0; i < 10; i++)
            {
                Step(network, images, sampler);
            }
        }));
    }

    [Fact]
    public void Evaluate_Images_AgreesWithTheReference()
    {
        using WorkerTeam team = new(2);
        ImageSet images = SmallTraining.Images();
        Network network = SmallTraining.Create(team, 16);
        Evaluation evaluation = network.Evaluate(images);
        int[] predictions = network.Predict(images);

        ReferenceNetwork reference = new(network.Model, network.Normalization);
        double[][] parameters = [.. network.Parameters.Select(static p => p.Values.Select(static v => (double)v).ToArray())];
        Assert.Equal(reference.Loss(parameters, images, TestImages.Indices(0, images.Count)), evaluation.MeanLoss, 1e-5);
        int correct = 0;
        for (int i = 0; i < images.Count; i++)
        {
            double[] logits = reference.Logits(parameters, images, i);
            Assert.Equal(Array.IndexOf(logits, logits.Max()), predictions[i]);
            correct += predictions[i] == images.Labels[i] ? 1 : 0;
            Assert.InRange(evaluation.Confusion[images.Labels[i], predictions[i]], 1, images.Count);
        }

        Assert.Equal(correct, evaluation.CorrectCount);
        Assert.Equal(correct / 70.0, evaluation.Accuracy);
        Assert.Equal(images.Count, evaluation.Confusion.Counts.ToArray().Sum());
    }

    [Fact]
    public void Evaluate_NoImages_IsZero()
    {
        using WorkerTeam team = new(1);
        Evaluation evaluation = SmallTraining.Create(team, 1).Evaluate(SmallTraining.Images().First(0));
        Assert.Equal((0, 0, 0.0, 0.0), (evaluation.ImageCount, evaluation.CorrectCount, evaluation.Accuracy, evaluation.MeanLoss));
    }

    [Fact]
    public void Networks_SharingATeam_DoNotDisturbEachOther()
    {
        using WorkerTeam team = new(2);
        ImageSet images = SmallTraining.Images();
        Network first = SmallTraining.Create(team, 20);
        Network second = SmallTraining.Create(team, 20);
        second.Initialize(99);
        Network alone = SmallTraining.Create(team, 20);
        for (int i = 0; i < 3; i++)
        {
            first.ForwardBackward(images, TestImages.Indices(i, 20));
            second.ForwardBackward(images, TestImages.Indices(2 * i, 20));
            SmallTraining.Descend(first, 0.1f);
            SmallTraining.Descend(second, 0.1f);
        }

        for (int i = 0; i < 3; i++)
        {
            alone.ForwardBackward(images, TestImages.Indices(i, 20));
            SmallTraining.Descend(alone, 0.1f);
        }

        Assert.Equal(SmallTraining.Hash(alone), SmallTraining.Hash(first));
        Assert.NotEqual(SmallTraining.Hash(alone), SmallTraining.Hash(second));
    }

    [Fact]
    [Trait("Kind", "Statistical")]
    public void Initialize_Values_AreUniformWithinTheBound()
    {
        using WorkerTeam team = new(1);
        ModelDescription model = ModelCatalogue.Create("lenet5", 1, 28, 28, 10);
        Network network = new(model, new InputNormalization(1, 0), team, 1);
        network.Initialize(3);
        foreach (Parameter parameter in network.Parameters)
        {
            double bound = 1 / Math.Sqrt(parameter.FanIn);
            Assert.All(parameter.Values, value => Assert.InRange(value, -bound, bound));

            // A uniform number has variance bound^2 / 3, its square 4/45 bound^4: five standard deviations of the means.
            int n = parameter.Count;
            Assert.Equal(0, parameter.Values.Average(static v => (double)v) / bound, 5 * Math.Sqrt(1.0 / 3 / n));
            Assert.Equal(1.0 / 3, parameter.Values.Average(static v => (double)v * v) / bound / bound, 5 * Math.Sqrt(4.0 / 45 / n));
        }

        float[] before = network.Parameters[0].Values.ToArray();
        network.Initialize(3);
        Assert.Equal(before, network.Parameters[0].Values);
        network.Initialize(4);
        Assert.NotEqual(before, network.Parameters[0].Values);
    }

    [Fact]
    [Trait("Kind", "Slow")]
    public void Training_EdgeOnMnist_Learns()
    {
        using WorkerTeam team = new(2);
        Dataset mnist = MnistDataset.Load();
        Network network = new(
            ModelCatalogue.Create("edge", mnist.Training), InputNormalization.FromImages(mnist.Training), team, 64);
        network.Initialize(1);
        BatchSampler sampler = new(19_200, 64, 1);
        for (int i = 0; i < sampler.BatchCount; i++)
        {
            network.ForwardBackward(mnist.Training, sampler.Batch(i));
            SmallTraining.Descend(network, 0.05f);
        }

        // Deterministic: the same bits everywhere. The threshold only says that it learns.
        Assert.InRange(network.Evaluate(mnist.Test).Accuracy, 0.92, 1);
    }

    [Fact]
    public void ForwardBackward_WrongInput_Throws()
    {
        using WorkerTeam team = new(1);
        Network network = SmallTraining.Create(team, 4);
        ImageSet images = SmallTraining.Images();
        Assert.Throws<ArgumentOutOfRangeException>(() => network.ForwardBackward(images, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => network.ForwardBackward(images, new int[5]));
        Assert.Throws<ArgumentException>(() => network.ForwardBackward(TestImages.Random(4, 5, 1, 12, 11), new int[4]));
        Assert.Throws<ArgumentException>(() => network.Evaluate(TestImages.Random(4, 6, 1, 11, 12)));
    }

    private static void Step(Network network, ImageSet images, BatchSampler sampler)
    {
        sampler.Shuffle(sampler.Epoch + 1);
        for (int batch = 0; batch < sampler.BatchCount; batch++)
        {
            network.ForwardBackward(images, sampler.Batch(batch));
        }
    }

    private static float[] Gradients(Network network) => [.. network.Parameters.SelectMany(static p => p.Gradients)];
}
