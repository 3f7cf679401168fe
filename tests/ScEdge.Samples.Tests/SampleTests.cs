using System;
using System.Globalization;
using System.IO;
using System.Text.RegularExpressions;

namespace ScEdge.Samples.Tests;

/// <summary>The samples do what hw-docs/library.md shows.</summary>
[Trait("Kind", "Unit")]
public sealed class SampleTests
{
    [Theory]
    [InlineData("MultiplyStreams")]
    [InlineData("FitDevice")]
    [InlineData("TalkToBoard")]
    public void Run_Output_IsThatOfTheDocument(string name) => Assert.Contains(Shown(Output(name)), Document(), StringComparison.Ordinal);

    [Fact]
    public void TrainWithOwnRule_OneEpochOfAFewImages_Learns()
    {
        Match accuracy = Regex.Match(Output("TrainWithOwnRule"), "^test accuracy  ([0-9.]+) %\n$");

        // Guessing reaches 10 %.
        Assert.True(double.Parse(accuracy.Groups[1].Value, CultureInfo.InvariantCulture) > 80, accuracy.Value);
    }

    [Theory]
    [InlineData("MultiplyStreams")]
    [InlineData("FitDevice")]
    [InlineData("TrainWithOwnRule")]
    [InlineData("TalkToBoard")]
    public void Source_Body_IsThatOfTheDocument(string name)
    {
        string source = File.ReadAllText(Path.Combine(Root(), "host", "Samples", name + ".cs")).ReplaceLineEndings("\n");
        int start = source.IndexOf("        ArgumentNullException.ThrowIfNull(output);\n", StringComparison.Ordinal);
        string body = source[(source.IndexOf('\n', start) + 1)..source.IndexOf("\n    }\n", start, StringComparison.Ordinal)].Trim('\n');

        // In the document code stands four blanks in, in the file eight.
        string shown = string.Join('\n', Array.ConvertAll(body.Split('\n'), static line => line.Length > 4 ? line[4..] : line));
        Assert.Contains(shown, Document(), StringComparison.Ordinal);
    }

    [Fact]
    public void IntroductionFigures_Draw_AreThoseOfTheDocument()
    {
        string figures = Path.Combine(Root(), "hw-docs", "figures");
        string introduction = File.ReadAllText(Path.Combine(Root(), "hw-docs", "introduction.md"));
        Assert.NotEmpty(IntroductionFigures.Draw());
        Assert.All(IntroductionFigures.Draw(), file =>
        {
            Assert.Contains($"(figures/{file.Name})", introduction, StringComparison.Ordinal);
            Assert.Equal(File.ReadAllText(Path.Combine(figures, file.Name)), file.Text);
        });
    }

    private static string Output(string name)
    {
        using StringWriter output = new() { NewLine = "\n" };
        Action<TextWriter> run = name switch
        {
            "MultiplyStreams" => MultiplyStreams.Run,
            "FitDevice" => FitDevice.Run,
            "TrainWithOwnRule" => TrainWithOwnRule.Run,
            _ => TalkToBoard.Run,
        };
        run(output);
        return output.ToString();
    }

    private static string Shown(string text) => "    " + text.TrimEnd('\n').Replace("\n", "\n    ", StringComparison.Ordinal);

    private static string Document() => File.ReadAllText(Path.Combine(Root(), "hw-docs", "library.md")).ReplaceLineEndings("\n");

    /// <summary>Returns the folder of the checkout.</summary>
    internal static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ScEdge.sln")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }
}
