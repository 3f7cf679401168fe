using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Threading.Tasks;

namespace ScEdge.Playground.Tests.Browser;

/// <summary>Serves the page as it was built, and networks beside it, as any server of files would.</summary>
internal sealed class PageFiles : IDisposable
{
    private const string Policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; "
        + "connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html", [".js"] = "text/javascript", [".css"] = "text/css", [".json"] = "application/json", [".svg"] = "image/svg+xml",
        [".wasm"] = "application/wasm",
    };

    private readonly HttpListener _listener = new();
    private readonly (string Prefix, string Folder)[] _folders;
    private readonly IReadOnlyDictionary<string, byte[]> _networks;

    public PageFiles(IReadOnlyDictionary<string, byte[]> networks)
    {
        _networks = networks;
        string host = System.IO.Path.Combine(Root(), "host");

        // The tests are built for the same configuration and framework.
        string[] built = AppContext.BaseDirectory.TrimEnd('/').Split('/')[^3..];
        _folders =
        [
            ("", System.IO.Path.Combine(host, "ScEdge.Page", "wwwroot")),
            ("", System.IO.Path.Combine([host, "ScEdge.Page", .. built, "wwwroot"])),
            ("_content/ScEdge.Playground/", System.IO.Path.Combine(host, "ScEdge.Playground", "wwwroot")),
        ];
        int port = FreePort();
        Address = $"http://127.0.0.1:{port}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Gets the address of the page.</summary>
    public string Address { get; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            await AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        string path = context.Request.Url!.AbsolutePath.TrimStart('/');
        path = path.Length == 0 ? "index.html" : path;
        byte[]? bytes = Find(path);
        context.Response.StatusCode = bytes is null ? 404 : 200;
        context.Response.ContentType = Types.GetValueOrDefault(System.IO.Path.GetExtension(path), "application/octet-stream");
        context.Response.AddHeader("Content-Security-Policy", Policy);
        try
        {
            await context.Response.OutputStream.WriteAsync(bytes ?? []);
            context.Response.Close();
        }
        catch (HttpListenerException)
        {
            // The browser has turned to something else.
        }
    }

    private byte[]? Find(string path)
    {
        if (_networks.TryGetValue(path, out byte[]? network))
        {
            return network;
        }

        foreach ((string prefix, string folder) in _folders)
        {
            if (path.StartsWith(prefix, StringComparison.Ordinal) && File.Exists(System.IO.Path.Combine(folder, path[prefix.Length..])))
            {
                return File.ReadAllBytes(System.IO.Path.Combine(folder, path[prefix.Length..]));
            }
        }

        return null;
    }

    private static int FreePort()
    {
        using System.Net.Sockets.TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "ScEdge.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No parent folder holds ScEdge.sln.");
    }
}
