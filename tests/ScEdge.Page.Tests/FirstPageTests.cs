using System.IO;
using System.IO.Compression;
using System.Text;
using System.Threading.Tasks;
using ScEdge.Input;
using ScEdge.Serve.Files;

namespace ScEdge.Page.Tests;

public sealed class FirstPageTests
{
    private const string Page = "<html lang=\"en\"><body><div id=\"page\"><p class=\"loading\">ScEdge is loading.</p></div></body></html>";

    [Fact]
    public async Task RenderAsync_Twice_IsTheSameViewThatCannotBeUsed()
    {
        string first = await FirstPage.RenderAsync();

        Assert.Equal(first, await FirstPage.RenderAsync());
        Assert.Contains("id=\"ones\"", first);
        Assert.Contains("errors.svg", first);
        Assert.Contains("class=\"first-view\" inert", first);
    }

    [Fact]
    public async Task WriteAsync_ThePage_SaysThatItIsOfFilesAndHasItsView()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("scedge-first-");
        try
        {
            string path = Path.Combine(folder.FullName, "index.html");
            await File.WriteAllTextAsync(path, Page);

            await FirstPage.WriteAsync(folder.FullName);

            string written = await File.ReadAllTextAsync(path);
            Assert.StartsWith("<html lang=\"en\" data-files>", written);
            Assert.Contains($"<div id=\"page\">{await FirstPage.RenderAsync()}</div>", written);
            await using BrotliStream brotli = new(File.OpenRead(path + ".br"), CompressionMode.Decompress);
            using StreamReader small = new(brotli, Encoding.UTF8);
            Assert.Equal(written, await small.ReadToEndAsync());
            await using GZipStream gzip = new(File.OpenRead(path + ".gz"), CompressionMode.Decompress);
            using StreamReader other = new(gzip, Encoding.UTF8);
            Assert.Equal(written, await other.ReadToEndAsync());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task WriteAsync_APageOfAnotherVersion_IsRefusedAndLeftAsItIs()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("scedge-first-");
        try
        {
            string path = Path.Combine(folder.FullName, "index.html");
            await File.WriteAllTextAsync(path, "<html></html>");

            await Assert.ThrowsAsync<InputException>(() => FirstPage.WriteAsync(folder.FullName));

            Assert.Equal("<html></html>", await File.ReadAllTextAsync(path));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
