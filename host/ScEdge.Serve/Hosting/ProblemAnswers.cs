using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using ScEdge.Input;
using ScEdge.Page.Contracts;

namespace ScEdge.Serve.Hosting;

/// <summary>Turns what cannot be used into an answer with one sentence.</summary>
internal static class ProblemAnswers
{
    /// <summary>Handles a request.</summary>
    public static async Task Handle(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (InputException exception) when (!context.Response.HasStarted)
        {
            await Answer(context, StatusCodes.Status400BadRequest, exception.Message).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await Answer(context, exception.StatusCode, "The request cannot be understood.").ConfigureAwait(false);
        }
        catch (IOException exception) when (!context.Response.HasStarted)
        {
            await Answer(context, StatusCodes.Status400BadRequest, $"A file cannot be read or written ({exception.Message}).").ConfigureAwait(false);
        }
    }

    private static Task Answer(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new Problem(sentence), PageJson.Default.Problem, contentType: null, context.RequestAborted);
    }
}
