using System;
using System.IO;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ScEdge.Input;
using ScEdge.Serve.Files;
using ScEdge.Serve.Hosting;

namespace ScEdge.Serve;

/// <summary>
/// The server of the page. It ends with its standard input, with Ctrl-C and with SIGTERM, and the trainings that it started with it.
/// </summary>
/// <remarks>Called as <c>first-page DIR</c> it makes the first page of one that is written out as files (<see cref="FirstPage"/>).</remarks>
public static class Program
{
    private const int BadInput = 3;

    /// <summary>Serves until it is to end.</summary>
    /// <param name="args">None, or <c>first-page</c> and a folder.</param>
    /// <returns>The exit code: 0 done, 3 an input cannot be used.</returns>
    public static async Task<int> Main(string[] args)
    {
        try
        {
            if (args is ["first-page", var folder])
            {
                await FirstPage.WriteAsync(folder).ConfigureAwait(false);
                return 0;
            }

            ServeInvocation invocation = ServeInvocation.Parse(await Console.In.ReadLineAsync().ConfigureAwait(false));
            ListenAddress address = ListenAddress.Parse(invocation.Listen, invocation.KeyFile is not null);
            WebApplication server = PageServer.Build(invocation, address);
            await using (server.ConfigureAwait(false))
            {
                await StartAsync(server, address).ConfigureAwait(false);
                string url = address.UrlOf(server.Urls);
                Console.WriteLine($"The page is at {url}");
                if (invocation.Opens)
                {
                    BrowserStart.Open(url);
                }

                IHostApplicationLifetime life = server.Services.GetRequiredService<IHostApplicationLifetime>();
                EndWithInput(life);
                await server.WaitForShutdownAsync().ConfigureAwait(false);
            }

            return 0;
        }
        catch (InputException exception)
        {
            await Console.Error.WriteLineAsync($"scedge: {exception.Message}").ConfigureAwait(false);
            return BadInput;
        }
    }

    private static async Task StartAsync(WebApplication server, ListenAddress address)
    {
        try
        {
            await server.StartAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            throw new InputException(
                $"The page cannot be served at {address} ({exception.Message.TrimEnd('.')}): give another address or port.", exception)
            {
                Setting = "listen",
            };
        }
    }

    /// <summary>Whoever started this server is gone when its standard input ends.</summary>
    private static void EndWithInput(IHostApplicationLifetime life)
    {
        Thread reader = new(() =>
        {
            while (Console.In.Read() >= 0)
            {
                // Nothing more is to be said.
            }

            life.StopApplication();
        })
        {
            IsBackground = true,
        };
        reader.Start();
    }
}
