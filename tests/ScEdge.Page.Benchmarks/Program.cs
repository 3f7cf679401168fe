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
                await using (EventClients clients = new(url, run, Number([tabs], 0)))
                {
                    // Until whoever wants the tabs has closed the line.
                    await Console.In.ReadToEndAsync();
                    Console.WriteLine(clients.Events);
                }

                return 0;
            default:
                await Console.Error.WriteLineAsync(
                    "start SITE [RUNS], with a folder of serve --export; or load SCEDGE [PAIRS], with the program as built.");
                return 2;
        }
    }

    private static int Number(string[] words, int usual) => words is [var word, ..] ? int.Parse(word, CultureInfo.InvariantCulture) : usual;
}
