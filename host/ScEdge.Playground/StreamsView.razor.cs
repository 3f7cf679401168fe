using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Components;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Playground.Streams;

namespace ScEdge.Playground;

/// <summary>Two streams and a circuit, bit by bit.</summary>
public partial class StreamsView
{
    private const int StepsOfAnEffect = 100;

    // The chart over many seeds waits until nobody moves a slider.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(200);

    private static readonly (BitSource Source, string Text)[] Sources =
    [
        (BitSource.Cells, "CBRAM cells"), (BitSource.Counter, "random numbers, independent"), (BitSource.Lfsr, "shift registers (LFSR)"),
        (BitSource.Sobol, "Sobol's sequence"), (BitSource.Ramp, "ramp and its bits reversed"),
        (BitSource.FormatOne, "stream format 1, lanes 1 and 17"),
    ];

    // Cells wear out, and their drive and temperature drift, over a training, not in one stream.
    private static readonly NonidealityDefinition[] Effects =
        [.. Nonidealities.Definitions.Where(static effect => effect.Name is not ("wear" or "drive-drift" or "temperature-drift"))];

    private int _changes;

    private StreamSettings Settings { get; set; } = new();

    // Made before anything is shown.
    private StreamExperiment Experiment { get; set; } = null!;

    private string Running { get; set; } = "";

    private string Errors { get; set; } = "";

    private Lesson? Shown => Lesson.All.FirstOrDefault(lesson => lesson.Settings == Settings);

    private bool HasOneStream => Settings.Source == BitSource.FormatOne;

    private bool IsDeterministic => Settings.Source is BitSource.Sobol or BitSource.Ramp && Settings.Correlation == 0 && Settings.Gate != Gate.Mux;

    private int LengthDigits => BitOperations.Log2((uint)Settings.Length);

    private static IReadOnlyList<CbramPreset> Presets => PresetCatalog.BuiltIn;

    private string ErrorInDeviations
    {
        get
        {
            double deviation = Experiment.DeviationOfABit / Math.Sqrt(Experiment.Result.Length);
            double error = Experiment.Obtained - Experiment.Expected;
            return deviation == 0 ? (error == 0 ? "0" : "–") : Signed(error / deviation);
        }
    }

    /// <inheritdoc/>
    protected override Task ReadAsync(IReadOnlyDictionary<string, string> state) => RunAsync(StreamState.Read(state));

    private async Task Take(StreamSettings settings)
    {
        settings = settings.Clamped();
        Task run = RunAsync(settings);
        await WriteAsync(StreamState.Write(settings));
        await run;
    }

    private async Task RunAsync(StreamSettings settings)
    {
        int change = ++_changes;
        Settings = settings;
        Experiment = new StreamExperiment(settings);

        // The bits are there at once; a chart takes longer than they do.
        await Task.Delay(1);
        if (change != _changes)
        {
            return;
        }

        Running = StreamFigures.RunningEstimate(Experiment).ToMarkup();
        StateHasChanged();
        await Task.Delay(Rest);
        if (change == _changes)
        {
            Errors = StreamFigures.Errors(Experiment).ToMarkup();
            StateHasChanged();
        }
    }

    private Task Change(ChangeEventArgs input, Func<int, StreamSettings> change) =>
        int.TryParse((string?)input.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? Take(change(value))
            : Task.CompletedTask;

    private Task ChangeSeed(ChangeEventArgs input) =>
        ulong.TryParse((string?)input.Value, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            ? Take(Settings with { Seed = seed })
            : Task.CompletedTask;

    private Task ChangeEffect(ChangeEventArgs input, NonidealityDefinition effect) =>
        Change(input, steps => Settings with
        {
            Effects = effect.Set(Settings.Effects, effect.WholeNumber ? steps : Math.Round(steps * effect.Maximum / StepsOfAnEffect, 6)),
        });

    private static int Steps(NonidealityDefinition effect, double value) =>
        effect.WholeNumber ? (int)value : (int)Math.Round(value / effect.Maximum * StepsOfAnEffect);

    private static T Chosen<T>(ChangeEventArgs input)
        where T : struct, Enum => Enum.GetValues<T>().First(value => StreamState.Name(value) == (string?)input.Value);

    private static string Decimal(int units) => (units / (double)StreamSettings.One).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Shown3(double value) => value.ToString("0.###", CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Shown5(double value) => value.ToString("0.00000", CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Signed(double value) => value.ToString("+0.00;−0.00;0", CultureInfo.InvariantCulture);
}
