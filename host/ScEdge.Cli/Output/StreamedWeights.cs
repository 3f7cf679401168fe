using System.Globalization;

namespace ScEdge.Cli.Output;

/// <summary>
/// How weights that do not fit on a board came to it, in words.
/// </summary>
internal static class StreamedWeights
{
    /// <summary>Returns for example <c>streamed through the board, once for up to 4 images</c>.</summary>
    /// <param name="imagesPerPass">Images that one pass of the weights serves.</param>
    public static string Text(int imagesPerPass) => imagesPerPass == 1
        ? "streamed through the board, once for every image"
        : string.Create(CultureInfo.InvariantCulture, $"streamed through the board, once for up to {imagesPerPass} images");
}
