using Microsoft.AspNetCore.Builder;

namespace ScEdge.Serve;

/// <summary>The server.</summary>
public static class Program
{
    /// <summary>Runs it.</summary>
    public static void Main(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        Microsoft.AspNetCore.Hosting.StaticWebAssets.StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        WebApplication app = builder.Build();
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions { ServeUnknownFileTypes = true });
        app.Run("http://127.0.0.1:5077");
    }
}
