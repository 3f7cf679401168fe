namespace ScEdge.Training.Passes;

/// <summary>One layer on the way through the maps of an image.</summary>
internal abstract class PassStep(int input, int output)
{
    /// <summary>Index of the map that it reads.</summary>
    public int Input { get; } = input;

    /// <summary>Index of the map that it writes; its input for a layer that works in place.</summary>
    public int Output { get; } = output;
}
