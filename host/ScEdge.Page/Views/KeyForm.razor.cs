using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Components;
using ScEdge.Page.Connections;

namespace ScEdge.Page.Views;

/// <summary>Asks for the key of the server.</summary>
public partial class KeyForm
{
    private string _key = "";
    private string _problem = "";

    /// <summary>Gets or sets the server.</summary>
    [Parameter]
    public required ServerConnection Server { get; set; }

    /// <summary>Gets or sets what is called when the server has opened.</summary>
    [Parameter]
    public EventCallback Opened { get; set; }

    private async Task Submit()
    {
        try
        {
            if (await Server.Prove(_key))
            {
                await Opened.InvokeAsync();
                return;
            }

            _problem = "That is not the key of this server.";
        }
        catch (ServerRefusalException refusal)
        {
            _problem = refusal.Message;
        }
    }
}
