using System;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ScEdge.Page.Contracts;
using ScEdge.Serve.Boards;
using ScEdge.Serve.Commands;
using ScEdge.Serve.Drawings;
using ScEdge.Serve.Endpoints;
using ScEdge.Serve.Hosting;
using ScEdge.Serve.Runs;

namespace ScEdge.Serve;

/// <summary>Puts the server together.</summary>
public static class PageServer
{
    private const long MostBodyBytes = 64 * 1024;

    /// <summary>Builds the server; it does not listen yet.</summary>
    /// <param name="invocation">What it is to serve.</param>
    /// <param name="address">Where.</param>
    public static WebApplication Build(ServeInvocation invocation, ListenAddress address)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        ArgumentNullException.ThrowIfNull(address);
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBodyBytes;
            kestrel.Listen(address.Address, address.Port);
        });
        builder.Services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, PageJson.Default));
        CommandLine program = new(invocation.Program);
        builder.Services.AddSingleton(invocation);
        builder.Services.AddSingleton(address);
        builder.Services.AddSingleton(program);
        builder.Services.AddSingleton<RunFolder>();
        builder.Services.AddSingleton<RunViews>();
        builder.Services.AddSingleton<RunComparisons>();
        builder.Services.AddSingleton<Trainings>();
        builder.Services.AddSingleton<BoardMonitors>();
        builder.Services.AddSingleton<BoardTasks>();
        builder.Services.AddSingleton<HostReadings>();
        builder.Services.AddSingleton<BoardReadings>();
        builder.Services.AddSingleton<DrawingReadings>();
        WebApplication app = builder.Build();
        app.UseMiddleware<RequestGuard>();
        if (invocation.KeyFile is { } keyFile)
        {
            app.UseMiddleware<KeyGate>(ScEdge.Link.Keys.PreSharedKey.FromFile(keyFile));
        }

        app.Use(ProblemAnswers.Handle);
        ServePage(app);
        ServerEndpoints.Map(app);
        RunEndpoints.Map(app);
        FileEndpoints.Map(app);
        CostEndpoints.Map(app);
        BoardEndpoints.Map(app);
        DrawEndpoints.Map(app);
        return app;
    }

    private static void ServePage(WebApplication app)
    {
        FileExtensionContentTypeProvider types = new();
        types.Mappings[".dat"] = "application/octet-stream";
        types.Mappings[".blat"] = "application/octet-stream";
        types.Mappings[".pdb"] = "application/octet-stream";
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions
        {
            ContentTypeProvider = types,
            OnPrepareResponse = static context => context.Context.Response.Headers.CacheControl = "no-cache",
        });
    }
}
