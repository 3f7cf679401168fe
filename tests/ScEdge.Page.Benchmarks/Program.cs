using System;
using System.Globalization;
using System.Threading.Tasks;

namespace ScEdge.Page.Benchmarks;

/// <summary>Measures the page: what a reader waits for its first stream, and what tabs cost a training.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["start", var site, .. var count]:
                await FirstStream.Measure(site, Number(count, 10));
                return 0;
            case ["load", var program, .. var count]:
                await TabLoad.Measure(program, Number(count, 10));
                return 0;
            case ["watch", var url, var run, var tabs]:
                await Watch(url, run, Number([tabs], 0));
                return 0;
            default:
                await Console.Error.WriteLineAsync(
                    "start SITE [RUNS], with a folder of serve --export; or load SCEDGE [PAIRS], with the program as built.");
                return 2;
        }
    }

    // Until whoever wants the tabs has closed the line.
    private static async Task Watch(string url, string run, int tabs)
    {
        long events = 0;
        EventClients? clients = null;
        for (bool isOver = false; !isOver;)
        {
            string? line = await Console.In.ReadLineAsync();
            if (clients is not null && line != ClientProcess.OpenWord)
            {
                await clients.DisposeAsync();
                events += clients.Events;
                clients = null;
            }

            clients ??= line == ClientProcess.OpenWord ? new EventClients(url, run, tabs) : null;
            isOver = line is null;
        }

        Console.WriteLine(events);
    }

    private static int Number(string[] words, int usual) => words is [var word, ..] ? int.Parse(word, CultureInfo.InvariantCulture) : usual;
}
