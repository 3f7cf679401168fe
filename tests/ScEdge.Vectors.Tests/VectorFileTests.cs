using System.IO;
using System.Linq;

namespace ScEdge.Vectors.Tests;

[Trait("Kind", "Golden")]
public sealed class VectorFileTests
{
    public static TheoryData<string> Names => [.. VectorFile.All.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_OfTheScalarCode_IsTheFile(string name)
    {
        string text = VectorFile.All.Single(file => file.Name == name).Text();
        if (VectorFolder.Writes)
        {
            VectorFolder.Write(name, text);
        }

        // Line by line, so that a failure shows the case and not the whole file.
        Assert.Equal(VectorFolder.Read(name).Split('\n'), text.Split('\n'));
    }

    [Fact]
    public void Folder_Files_AreThoseWithCode()
    {
        var files = Directory.GetFiles(VectorFolder.PathOf("")).Select(path => Path.GetFileName(path)).Where(name => name != "README.md");
        Assert.Equal(VectorFile.All.Select(file => file.Name).Order(), files.Order());
    }
}
