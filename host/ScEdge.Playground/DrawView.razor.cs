using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Numerics;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ScEdge.Input;
using ScEdge.Playground.Boards;
using ScEdge.Playground.Drawing;
using ScEdge.Playground.Networks;
using ScEdge.Reporting.Fragments;
using ScEdge.Reporting.Model;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Playground;

/// <summary>A digit drawn by hand, read in bit streams while it is drawn.</summary>
public partial class DrawView
{
    private const double Confidence = 0.99;
    private const ulong Seed = 1;

    // Enough to see the spread; a digit that is still open is read further.
    private const int LeastReadings = 8, MostReadings = 32;
    private const string Device = "jo2009";

    private ElementReference _sheet;
    private IJSObjectReference? _module;
    private DotNetObjectReference<DrawView>? _view;
    private TrainedRegisters? _registers;
    private BoardDialogue? _board;
    private int _changes;

    /// <summary>Gets or sets the places beside this browser that read, if there are any.</summary>
    [Parameter]
    public IRemoteDigits? Remote { get; set; }

    private DrawSettings Settings { get; set; } = DrawSettings.Default;

    private IReadOnlyList<RemotePlace> Places => Remote?.Places ?? [];

    private IReadOnlyList<NetworkEntry> Networks { get; set; } = [];

    private NetworkEntry? Chosen { get; set; }

    private IDigitReader? Reader { get; set; }

    private string? Message { get; set; }

    private ClassScores? Scores { get; set; }

    private ReadingPrice? Price { get; set; }

    private long Products { get; set; }

    private IReadOnlyList<LayerMap> Maps { get; set; } = [];

    private int Classes => _registers?.Layers[^1].Outputs ?? 10;

    // A network may know more classes than its data had; those go by their numbers.
    private IReadOnlyList<string> Names =>
        [.. Enumerable.Range(0, Classes).Select(i => Chosen?.ClassNames is { } names && i < names.Count ? names[i] : $"{i}")];

    private string ScoreFigure => Fragment.Scores(
        "scores", $"mean of {Readings} and standard deviation of one",
        [.. Names.Select((name, i) => new ClassScore(name, Scores?.Means[i] ?? 0, Scores?.Deviations[i] ?? 0))], Scores?.Leader ?? -1);

    private string Readings => Scores?.Readings is null or 1 ? "one reading" : $"{Scores.Readings} readings";

    private int LengthDigits => BitOperations.Log2((uint)Settings.Length);

    private string SourceName => DrawSettings.Sources.First(one => one.Source == Settings.Source).Name;

    private double EnergyOfAReading => Price!.Joules(Scores!.Counts) / Scores.Readings;

    private string Decision => Scores is null ? "Nothing is drawn."
        : Scores.DecidedAfter is { } sure ? $"sure after {sure} readings"
        : Scores.Readings >= MostReadings ? $"not sure after {Scores.Readings} readings" : "not sure yet";

    /// <summary>Takes what was drawn, as numbers of the sheet.</summary>
    [JSInvokable]
    public Task DrawnAsync(double[] numbers) => ApplyAsync(Settings with { Strokes = DrawSettings.TextOf(Strokes.Of(numbers)) });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _changes++;
        _view?.Dispose();
        if (_module is not null)
        {
            await _module.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        try
        {
            Networks = NetworkEntry.Read(await Http.GetStringAsync(new Uri(NetworkEntry.ListAddress, UriKind.Relative)));
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException)
        {
            Networks = [];
        }

        Networks = [.. Networks.Where(static one => one.Files?.Contains(NetworkEntry.RegistersFile) != false)];
        await LoadAsync();
        await ReadDrawingAsync();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = await Script.InvokeAsync<IJSObjectReference>("import", "./_content/ScEdge.Playground/sheet.js");
            _view = DotNetObjectReference.Create(this);
            await _module.InvokeVoidAsync("attach", _sheet, _view);
            await ShowAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task ReadAsync(IReadOnlyDictionary<string, string> state)
    {
        bool isElsewhere = Settings.Place != DrawSettings.Read(state).Place;
        Settings = DrawSettings.Read(state);
        Reader = isElsewhere ? NewReader() : Reader;
        await ShowAsync();
        await LoadAsync();
        await ReadDrawingAsync();
    }

    /// <summary>Reads on a board from now on, or here again.</summary>
    private async Task UseAsync(BoardDialogue? board)
    {
        _board = board;
        Reader = NewReader();
        await ReadDrawingAsync();
    }

    private IDigitReader? NewReader() => _registers is null || Chosen is null ? null
        : _board is not null ? new BoardDigitReader(_board, _registers)
        : Places.FirstOrDefault(one => one.Name == Settings.Place) is { } place ? new RemoteReader(Remote!, place, Chosen.Name, NameOf)
        : new LocalReader(_registers);

    private static string NameOf(StreamSource source) => DrawSettings.Sources.First(one => one.Source == source).Name;

    private async Task LoadAsync()
    {
        NetworkEntry? chosen = Networks.FirstOrDefault(one => one.Name == Settings.Network) ?? (Networks.Count > 0 ? Networks[0] : null);
        if (chosen is null || chosen == Chosen)
        {
            Message = Networks.Count > 0 ? null : "There is no trained network here yet: train one, and it can be chosen here.";
            return;
        }

        try
        {
            byte[] bytes = await Http.GetByteArrayAsync(new Uri(chosen.RegistersAddress, UriKind.Relative));
            _registers = TrainedRegisters.Read(bytes);
            (Chosen, Message) = (chosen, null);
            Reader = NewReader();
        }
        catch (Exception exception) when (exception is HttpRequestException or InputException)
        {
            Message = $"{chosen.Title} cannot be read: {exception.Message}";
        }
    }

    private async Task ApplyAsync(DrawSettings settings)
    {
        bool isOther = settings.Network != Settings.Network;
        bool isElsewhere = settings.Place != Settings.Place;
        Settings = settings;
        Reader = isElsewhere ? NewReader() : Reader;
        if (isOther)
        {
            await LoadAsync();
        }

        await WriteAsync(settings.Write());
        await ReadDrawingAsync();
    }

    private async Task PutAsync(Strokes strokes)
    {
        Task applied = ApplyAsync(Settings with { Strokes = DrawSettings.TextOf(strokes) });
        await ShowAsync();
        await applied;
    }

    private async Task ShowAsync()
    {
        if (_module is not null)
        {
            double[] numbers =
            [
                .. DrawSettings.StrokesOf(Settings.Strokes).Lines
                    .SelectMany(static line => line.SelectMany(static point => new[] { point.X, point.Y }).Append(-1).Append(-1)),
            ];
            await _module.InvokeVoidAsync("show", _sheet, numbers);
        }
    }

    /// <summary>Reads the drawing again and again; a later change ends it.</summary>
    private async Task ReadDrawingAsync()
    {
        int change = ++_changes;
        Strokes strokes = DrawSettings.StrokesOf(Settings.Strokes);
        if (strokes.IsEmpty || Reader is not { } reader || _registers is null)
        {
            (Scores, Maps) = (null, []);
            StateHasChanged();
            return;
        }

        Message = null;
        byte[] pixels = DigitImage.Of(strokes);
        LayerMap image = new(1, DigitImage.Side, DigitImage.Side, Array.ConvertAll(pixels, static pixel => (int)pixel));
        ReadingSettings reading = new(Settings.Length, Settings.Source, Seed);
        ClassScores scores = new(Classes, Confidence);
        try
        {
            for (uint serial = 0; serial < MostReadings && (serial < LeastReadings || scores.DecidedAfter is null); serial++)
            {
                // Strokes and sliders come first.
                await Task.Delay(1);
                if (change != _changes)
                {
                    return;
                }

                DigitReading one = await reader.ReadAsync(pixels, reading, serial);
                if (change != _changes)
                {
                    return;
                }

                scores.Add(one);
                if (serial == 0)
                {
                    Products = reader.Products;
                    Price = new ReadingPrice(Settings.Library, Device, reading, _registers.Tensors.Count / 2, Products);
                }

                (Scores, Maps) = (scores, [image, .. one.Maps]);
                StateHasChanged();
            }
        }
        catch (InputException exception)
        {
            Message = exception.Message;
            StateHasChanged();
        }
    }

    private Task ChangeLength(ChangeEventArgs input) =>
        int.TryParse((string?)input.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int digits)
            ? ApplyAsync(Settings with { Length = 1 << digits })
            : Task.CompletedTask;

    private Task ChangeSource(ChangeEventArgs input) =>
        ApplyAsync(Settings with { Source = DrawSettings.Sources.First(one => one.Name == (string?)input.Value).Source });

    private Task ChangeNetwork(ChangeEventArgs input) => ApplyAsync(Settings with { Network = (string)input.Value! });

    private string PerReading(long count) => (count / Scores!.Readings).ToString("N0", CultureInfo.InvariantCulture);

    private static string Energy(double? joules)
    {
        (double factor, string unit) = joules < 1e-6 ? (1e9, "nJ") : (1e6, "µJ");
        return joules is { } value ? (value * factor).ToString("G3", CultureInfo.InvariantCulture) + " " + unit : "no figure";
    }
}
