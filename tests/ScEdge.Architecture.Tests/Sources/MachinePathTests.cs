using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace ScEdge.Architecture.Tests.Sources;

/// <summary>No file may know the machine on which it was written.</summary>
[Trait("Kind", "Unit")]
public sealed partial class MachinePathTests
{
    private static readonly string[] TextExtensions =
    [
        "", ".bat", ".cmd", ".config", ".cs", ".csproj", ".csv", ".editorconfig", ".gitattributes", ".gitignore", ".html",
        ".json", ".md", ".nfproj", ".projitems", ".props", ".ps1", ".py", ".resx", ".sh", ".sln", ".slnx", ".targets",
        ".toml", ".txt", ".xml", ".yaml", ".yml",
    ];

    [Fact]
    public void TextFile_Content_NamesNoMachinePath()
    {
        Breaches.AssertNone(
            from file in Repository.Files(".")
            where TextExtensions.Contains(Path.GetExtension(file))
            from line in File.ReadLines(file).Index()
            from Match match in MachinePath().Matches(line.Item)
            select $"{Repository.RelativePath(file)}, line {line.Index + 1}: {match.Value}");
    }

    [Theory]
    [InlineData("/" + "work/x", true)]
    [InlineData("see (/" + "tmp/y)", true)]
    [InlineData("/" + "home/someone", true)]
    [InlineData("C:" + @"\Users\someone", true)]
    [InlineData("https://example.org/home/page", false)]
    [InlineData("../work/x", false)]
    [InlineData("/dev/ttyUSB0", false)]
    public void MachinePath_Text_IsRecognised(string text, bool isMachinePath)
    {
        Assert.Equal(isMachinePath, MachinePath().IsMatch(text));
    }

    // Absolute only: what precedes the first slash must not be part of a longer path, an address or base64 text.
    [GeneratedRegex(
        @"(?<![\w.~+/\\}\])-])/(work|tmp|home|root|mnt|Users)/[\w.]|\b[A-Za-z]:[\\/](Users|work|tmp|dev|src)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex MachinePath();
}
