using System.Collections.Generic;
using System.Threading.Tasks;
using ScEdge.Input;
using ScEdge.Page.Contracts;
using ScEdge.Playground.Networks;

namespace ScEdge.Page.Connections;

/// <summary>Has the server read drawings.</summary>
/// <param name="server">The server.</param>
public sealed class ServerDigits(ServerConnection server) : IRemoteDigits
{
    /// <inheritdoc/>
    public IReadOnlyList<RemotePlace> Places => server.Info is { } info ? ServerPlaces.Of(info.Ports) : [];

    /// <inheritdoc/>
    public async Task<DrawAnswer> ReadAsync(DrawRequest request)
    {
        try
        {
            return await server.Post("api/draw", request, PageJson.Default.DrawRequest, PageJson.Default.DrawAnswer);
        }
        catch (ServerRefusalException refusal)
        {
            throw new InputException(refusal.Message, refusal);
        }
    }
}
