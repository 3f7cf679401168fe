using System;
using System.IO;
using System.Text;
using ScEdge.Files.Reading;
using ScEdge.Input;

namespace ScEdge.Files.Tests.Reading;

[Trait("Kind", "Unit")]
public sealed class TextFileTests : IDisposable
{
    private const string Text = "{\"name\": \"\u00B5\u4E09\"}\n";

    private readonly string _path = Path.GetTempFileName();

    public static TheoryData<string, bool> Encodings() => new()
    {
        { "utf-8", false }, { "utf-8", true }, { "utf-16", false }, { "utf-16", true }, { "utf-16BE", false }, { "utf-16BE", true },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_AnyEncodingWithAMarkOrWithout_GivesTheText(string name, bool hasMark)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        File.WriteAllBytes(_path, [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)]);

        Assert.Equal(Text, TextFile.Read(_path));
    }

    [Theory]
    [InlineData("FF FE 00")]
    [InlineData("EF BB BF FF")]
    [InlineData("7B FF 7D")]
    [InlineData("7B 00 00 D8")]
    public void Read_NoText_SaysSo(string bytes)
    {
        File.WriteAllBytes(_path, Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal)));

        Assert.Contains("is no text in UTF-8 or UTF-16", Assert.Throws<InputException>(() => TextFile.Read(_path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BytesWithoutEnd_StopsAtTheBound()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string message = Assert.Throws<InputException>(() => BinaryFile.Read("/dev/zero", 1 << 20)).Message;
        Assert.Contains("has more than 1 MiB", message, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_path);
}
