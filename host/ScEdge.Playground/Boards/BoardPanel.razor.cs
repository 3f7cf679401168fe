using System;
using System.Security.Cryptography;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ScEdge.Input;
using ScEdge.Protocol.Messages.Capabilities;

namespace ScEdge.Playground.Boards;

/// <summary>A board at a serial port of the browser, or one that is emulated in the page.</summary>
public partial class BoardPanel
{
    private static readonly int[] Rates = [115200, 230400, 460800, 921600, 1500000];

    private IJSObjectReference? _module;
    private IJSObjectReference? _port;
    private DotNetObjectReference<BoardPanel>? _self;
    private PageBoard? _emulated;
    private BoardDialogue? _dialogue;
    private int _baudRate = Rates[0];
    private bool _isThere;
    private bool _isBusy;

    /// <summary>Gets or sets who is told of the session with a board, or null when it ended.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback<BoardDialogue?> Connected { get; set; }

    private GetCapabilitiesResponse? Board { get; set; }

    private string? Message { get; set; }

    private string Console { get; set; } = "";

    /// <summary>Takes bytes that the port received.</summary>
    [JSInvokable]
    public Task ReceivedAsync(byte[] bytes)
    {
        _dialogue?.Receive(bytes);
        return Task.CompletedTask;
    }

    /// <summary>Takes that the port is gone.</summary>
    [JSInvokable]
    public Task LostAsync(string reason) => EndAsync($"The board is gone ({reason.TrimEnd('.')}): plug it in again and connect anew.");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _self?.Dispose();
        if (_module is not null)
        {
            await _module.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = await Script.InvokeAsync<IJSObjectReference>("import", "./_content/ScEdge.Playground/serial.js");
            _isThere = await _module.InvokeAsync<bool>("isThere");
            StateHasChanged();
        }
    }

    private Task ConnectAsync() => OpenAsync(async () =>
    {
        _self ??= DotNetObjectReference.Create(this);
        IJSObjectReference port = _port = await _module!.InvokeAsync<IJSObjectReference>("open", _baudRate, _self);
        return new BoardDialogue(new SerialLine(), async bytes => await port.InvokeVoidAsync("send", bytes), Epoch());
    });

    private Task EmulateAsync() => OpenAsync(() =>
    {
        PageBoard board = _emulated = new PageBoard(Epoch());
        BoardDialogue dialogue = new(new SerialLine(), board.SendAsync, Epoch());
        board.Start(dialogue.Receive);
        return Task.FromResult(dialogue);
    });

    private static uint Epoch() => BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4));

    private async Task OpenAsync(Func<Task<BoardDialogue>> connect)
    {
        (_isBusy, Message) = (true, null);
        try
        {
            _dialogue = await connect();
            _dialogue.Changed += Show;
            await _dialogue.OpenAsync();
            Board = await BoardDigitReader.GreetAsync(_dialogue);
            await Connected.InvokeAsync(_dialogue);
        }
        catch (Exception exception) when (exception is InputException or JSException)
        {
            await EndAsync(exception.Message.Split('\n')[0]);
        }
        finally
        {
            _isBusy = false;
        }
    }

    private Task DisconnectAsync() => EndAsync(null);

    private async Task EndAsync(string? message)
    {
        await CloseAsync();
        (Board, Message) = (null, message);
        await Connected.InvokeAsync(null);
        StateHasChanged();
    }

    private async Task CloseAsync()
    {
        (BoardDialogue? dialogue, IJSObjectReference? port, PageBoard? emulated) = (_dialogue, _port, _emulated);
        (_dialogue, _port, _emulated) = (null, null, null);
        try
        {
            if (dialogue is not null)
            {
                dialogue.Changed -= Show;
                await dialogue.DisposeAsync();
            }

            if (emulated is not null)
            {
                await emulated.DisposeAsync();
            }

            if (port is not null)
            {
                await port.InvokeVoidAsync("close");
                await port.DisposeAsync();
            }
        }
        catch (JSException)
        {
            // A port that is gone cannot be closed.
        }
    }

    private void Show()
    {
        Console = _dialogue?.Console ?? Console;
        StateHasChanged();
    }
}
