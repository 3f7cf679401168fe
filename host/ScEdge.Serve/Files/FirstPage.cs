using System;
using System.IO;
using System.IO.Compression;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ScEdge.Input;
using ScEdge.Page;

namespace ScEdge.Serve.Files;

/// <summary>
/// Makes the first page of one that is written out as files: its first view stands in it, so that a reader sees bits before .NET has come.
/// </summary>
/// <remarks>
/// The view is rendered here by the components that render it in the browser, whose bits are the same: when they have taken over, nothing has
/// changed but that it can be used. The page says that it is one of files, so that it asks for no server.
/// </remarks>
public static class FirstPage
{
    private const string Document = "<html lang=\"en\">";
    private const string Waiting = "<div id=\"page\"><p class=\"loading\">ScEdge is loading.</p></div>";

    /// <summary>Writes it, and its compressed copies.</summary>
    /// <param name="folder">The files of the page.</param>
    /// <exception cref="InputException">The page there is of another version.</exception>
    public static async Task WriteAsync(string folder)
    {
        string path = Path.Combine(folder, "index.html");
        string page = await File.ReadAllTextAsync(path).ConfigureAwait(false);
        page = Replace(page, Document, $"<html lang=\"en\" {App.OfFiles}>");
        page = Replace(page, Waiting, $"<div id=\"page\">{await RenderAsync().ConfigureAwait(false)}</div>");
        byte[] bytes = Encoding.UTF8.GetBytes(page);
        await File.WriteAllBytesAsync(path, bytes).ConfigureAwait(false);
        await WriteCopyAsync(path + ".br", bytes, static file => new BrotliStream(file, CompressionLevel.SmallestSize)).ConfigureAwait(false);
        await WriteCopyAsync(path + ".gz", bytes, static file => new GZipStream(file, CompressionLevel.SmallestSize)).ConfigureAwait(false);
    }

    /// <summary>Returns the first view as HTML.</summary>
    public static async Task<string> RenderAsync()
    {
        ServiceProvider services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using (services.ConfigureAwait(false))
        {
            HtmlRenderer renderer = new(services, services.GetRequiredService<ILoggerFactory>());
            await using (renderer.ConfigureAwait(false))
            {
                return await renderer.Dispatcher.InvokeAsync(
                    async () => (await renderer.RenderComponentAsync<FirstView>().ConfigureAwait(true)).ToHtmlString()).ConfigureAwait(false);
            }
        }
    }

    private static string Replace(string page, string part, string other) => page.Contains(part, StringComparison.Ordinal)
        ? page.Replace(part, other, StringComparison.Ordinal)
        : throw new InputException($"The page's index.html has no {part}: it is of another version than its program, so build or install both anew.");

    private static async Task WriteCopyAsync(string path, byte[] bytes, Func<Stream, Stream> compressed)
    {
        FileStream file = File.Create(path);
        await using (file.ConfigureAwait(false))
        {
            Stream stream = compressed(file);
            await using (stream.ConfigureAwait(false))
            {
                await stream.WriteAsync(bytes).ConfigureAwait(false);
            }
        }
    }
}
