using System;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ScEdge.Page.Connections;

namespace ScEdge.Page;

/// <summary>
/// The page, started in the browser.
/// </summary>
public static class Program
{
    /// <summary>Starts it; it runs until the tab is closed.</summary>
    /// <param name="args">None.</param>
    public static async Task Main(string[] args)
    {
        WebAssemblyHostBuilder builder = WebAssemblyHostBuilder.CreateDefault(args);
        builder.RootComponents.Add<App>("#page");
        builder.Services.AddScoped(_ => new HttpClient { BaseAddress = new Uri(builder.HostEnvironment.BaseAddress) });
        builder.Services.AddScoped<ServerConnection>();
        builder.Services.AddScoped<ServerDigits>();
        await builder.Build().RunAsync().ConfigureAwait(false);
    }
}
