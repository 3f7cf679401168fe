using System;
using System.Collections.Generic;

namespace ScEdge.Training.Data;

/// <summary>
/// Training, validation and test images of the same size and classes.
/// </summary>
public sealed class Dataset
{
    /// <summary>Joins the sets.</summary>
    /// <param name="name">Name for reports, for example "MNIST".</param>
    /// <param name="training">Images to learn from.</param>
    /// <param name="test">Images to judge with at the end.</param>
    /// <param name="classNames">A short name per class, in the order of the labels.</param>
    /// <param name="validation">Images to judge with before the end, from the same source as the training images; null for none.</param>
    /// <exception cref="ArgumentException">Sizes or classes differ, or the names do not match the classes.</exception>
    public Dataset(string name, ImageSet training, ImageSet test, IReadOnlyList<string> classNames, ImageSet? validation = null)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(classNames);
        if ((training.Channels, training.Height, training.Width, training.ClassCount)
            != (test.Channels, test.Height, test.Width, test.ClassCount))
        {
            throw new ArgumentException("Training and test images differ in size or number of classes.", nameof(test));
        }

        if (classNames.Count != training.ClassCount)
        {
            throw new ArgumentException($"{classNames.Count} class names for {training.ClassCount} classes.", nameof(classNames));
        }

        Name = name;
        Training = training;
        Test = test;
        Validation = validation ?? training.First(0);
        ClassNames = classNames;
    }

    /// <summary>Name for reports.</summary>
    public string Name { get; }

    /// <summary>Images to learn from.</summary>
    public ImageSet Training { get; }

    /// <summary>Images to judge with while settings are still chosen; may be empty. See <see cref="ValidationSplit"/>.</summary>
    public ImageSet Validation { get; }

    /// <summary>Images to judge with once, at the end.</summary>
    public ImageSet Test { get; }

    /// <summary>The same with the first training images only.</summary>
    /// <param name="count">Number of training images.</param>
    public Dataset WithTraining(int count) => new(Name, Training.First(count), Test, ClassNames, Validation);

    /// <summary>A short name per class, in the order of the labels.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Number of classes.</summary>
    public int ClassCount => Training.ClassCount;
}
