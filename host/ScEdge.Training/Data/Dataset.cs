using System;
using System.Collections.Generic;

namespace ScEdge.Training.Data;

/// <summary>
/// Training and test images of the same size and classes.
/// </summary>
public sealed class Dataset
{
    /// <summary>Joins the two sets.</summary>
    /// <param name="name">Name for reports, for example "MNIST".</param>
    /// <param name="training">Images to learn from.</param>
    /// <param name="test">Images to judge with.</param>
    /// <param name="classNames">A short name per class, in the order of the labels.</param>
    /// <exception cref="ArgumentException">Sizes or classes differ, or the names do not match the classes.</exception>
    public Dataset(string name, ImageSet training, ImageSet test, IReadOnlyList<string> classNames)
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
        ClassNames = classNames;
    }

    /// <summary>Name for reports.</summary>
    public string Name { get; }

    /// <summary>Images to learn from.</summary>
    public ImageSet Training { get; }

    /// <summary>Images to judge with.</summary>
    public ImageSet Test { get; }

    /// <summary>A short name per class, in the order of the labels.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Number of classes.</summary>
    public int ClassCount => Training.ClassCount;
}
