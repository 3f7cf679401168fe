using System.CommandLine;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Parsing;
using ScEdge.Cli.Serving;
using ScEdge.Cli.Sessions;
using ScEdge.Link.Addresses;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge serve</c>: the page.
/// </summary>
internal static class ServeCommand
{
    private const string Loopback = "127.0.0.1:8420";

    private static readonly ExclusivePair[] Exclusives = [new("--export", "--port"), new("--export", "--listen"), new("--export", "--open")];

    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new(
        "serve", "Serve a page for the browser: trainings as they run, boards, costs, bit streams to touch.", AddContents)
    {
        WorksUnseen = true,
        Exclusives = Exclusives,
        Details = "The page is there for this machine alone unless an address and a key are given. What it starts are the commands of this program, "
            + "with the same files.",
        Examples =
        [
            new("serve --open", "the runs below runs/, in a browser"),
            new("serve --runs results --port /dev/ttyUSB0", "another folder, and a board to watch"),
            new("serve --listen 0.0.0.0:8420 --key-file page.key", "for other machines that know the key"),
            new("serve --export site --parameters runs/first", "files for any web server, with a trained network in them"),
        ],
    };

    private static void AddContents(ExampleCommand command)
    {
        Option<string> runs = new("--runs") { HelpName = "DIR", Description = "Folder of the runs.", DefaultValueFactory = static _ => "runs" };
        Option<string[]> ports = new("--port")
        {
            HelpName = "URI",
            Description = "A board to show: a device such as /dev/ttyUSB0 or COM5, tcp://HOST:PORT, or auto; repeatable.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string> listen = new("--listen")
        {
            HelpName = "HOST:PORT",
            Description = "Where the page is served; beyond this machine only with a key.",
            DefaultValueFactory = static _ => Loopback,
        };
        Option<string?> keyFile = PortOptions.KeyFileOption();
        keyFile.Description = "A key that the browser must know, and that boards on TCP lines do.";
        Option<bool> open = new("--open") { Description = "Open the page in a browser.", Arity = ArgumentArity.Zero };
        Option<string?> export = new("--export") { HelpName = "DIR", Description = "Write the page as files for any web server, and end." };
        Option<string?> parameters = new("--parameters") { HelpName = "RUNDIR", Description = "A run whose network is among the exported files." };
        foreach (Option option in new Option[] { runs, ports, listen, keyFile, open, export, parameters })
        {
            command.Options.Add(option);
        }

        command.SetAction(parse =>
        {
            ExclusivePair.Refuse(parse, "serve", Exclusives);
            if (parse.GetValue(export) is { } folder)
            {
                PageExport.Write(folder, parse.GetValue(parameters));
                return 0;
            }

            using InterruptSignal interrupt = new();
            ServeSettings settings = new()
            {
                Runs = parse.GetRequiredValue(runs),
                Ports = parse.GetValue(ports) ?? [],
                Listen = PortAddress.ParseTcp(parse.GetRequiredValue(listen)).ToString()["tcp://".Length..],
                KeyFile = parse.GetValue(keyFile),
                Opens = parse.GetValue(open),
            };
            return ServeSession.Run(settings, interrupt.Token);
        });
    }
}
