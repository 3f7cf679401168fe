using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Link.Catalog;
using Spectre.Console;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge ports</c>: where a board may be.
/// </summary>
internal static class PortsCommand
{
    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new(
        "ports", "List the serial ports of this computer, with a guess at the board behind each.", AddContents)
    {
        Examples = [new("ports", "likely boards first"), new("ports --json", "the same, as JSON")],
    };

    private static void AddContents(ExampleCommand command)
    {
        Option<bool> json = CommandOutput.JsonOption();
        command.Options.Add(json);
        command.SetAction(parse => Write(PortCatalog.List(), parse.GetValue(json), new CommandOutput(parse)));
    }

    internal static void Write(IReadOnlyList<SerialDevice> devices, bool json, CommandOutput output)
    {
        if (json)
        {
            output.WriteJson(new
            {
                Ports = devices.Select(
                    device => new { device.Device, Usb = device.Usb?.ToString(), device.Product, device.SerialNumber, device.Board }),
            });
            return;
        }

        if (devices.Count == 0)
        {
            output.WriteText("No serial port was found. A board without hardware: scedge emulate");
            return;
        }

        TextTable table = new(5, "port", "usb", "product", "serial number", "board, a guess");
        foreach (SerialDevice device in devices)
        {
            table.Add(device.Device, device.Usb?.ToString() ?? "", device.Product, device.SerialNumber, device.Board ?? "");
        }

        output.Console.Write(table);
    }
}
