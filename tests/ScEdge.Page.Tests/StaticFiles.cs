using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Threading.Tasks;

namespace ScEdge.Page.Tests;

/// <summary>Serves a folder as a plain server of files that knows compressed copies, and counts what goes over the wire.</summary>
internal sealed class StaticFiles : IDisposable
{
    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html", [".js"] = "text/javascript", [".css"] = "text/css", [".json"] = "application/json", [".svg"] = "image/svg+xml",
        [".wasm"] = "application/wasm",
    };

    private readonly HttpListener _listener = new();
    private readonly string _folder;
    private readonly string _prefix;

    /// <summary>Starts to serve.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="below">Path below which its files lie, with a slash at its end.</param>
    public StaticFiles(string folder, string below)
    {
        (_folder, _prefix) = (folder, "/" + below);
        using (System.Net.Sockets.TcpListener probe = new(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}{_prefix}";
        }

        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Gets the address of the folder.</summary>
    public string Address { get; }

    /// <summary>Gets the bytes of all files that were sent.</summary>
    public long Sent { get; private set; }

    /// <summary>Gets the names of files that were asked for and are not there.</summary>
    public List<string> Missing { get; } = [];

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // The browser has turned to something else, or the test is over.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        string name = context.Request.Url!.AbsolutePath[_prefix.Length..];
        string path = Path.Combine(_folder, name.Length == 0 ? "index.html" : Uri.UnescapeDataString(name));
        bool isThere = File.Exists(path);
        if (!isThere)
        {
            Missing.Add(name);
        }

        context.Response.StatusCode = isThere ? 200 : 404;
        context.Response.ContentType = Types.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream");
        if (isThere && File.Exists(path + ".br") && context.Request.Headers["Accept-Encoding"]?.Contains("br", StringComparison.Ordinal) == true)
        {
            path += ".br";
            context.Response.AddHeader("Content-Encoding", "br");
        }

        byte[] bytes = isThere ? await File.ReadAllBytesAsync(path) : [];
        Sent += bytes.Length;
        await context.Response.OutputStream.WriteAsync(bytes);
        context.Response.Close();
    }
}
