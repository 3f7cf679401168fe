using System;
using System.IO;
using ScEdge.Silicon.Spice;

namespace ScEdge.Silicon.Tests.Spice;

/// <summary>Model cards of our own: square-law transistors without capacitance, in every process alike, and a folder to simulate in.</summary>
internal sealed class PlainTransistors : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scedge-spice-");

    public PlainTransistors()
    {
        foreach (string process in new[] { "nom", "ss", "ff" })
        {
            DirectoryInfo cards = _folder.CreateSubdirectory("models_" + process);
            foreach (string family in new[] { "VTH", "THKOX" })
            {
                File.WriteAllText(
                    Path.Combine(cards.FullName, $"NMOS_{family}.inc"), $".model NMOS_{family} nmos level=1 vto=0.4 kp=200u\n* alpha0 = 0.074\n");
                File.WriteAllText(Path.Combine(cards.FullName, $"PMOS_{family}.inc"), $".model PMOS_{family} pmos level=1 vto=-0.4 kp=100u\n");
            }
        }
    }

    public static SpiceCorner Corner { get; } = new("VTH", 1);

    public ModelCards Cards => new(_folder.FullName);

    public SpiceRunner Runner => new(Cards, _folder.FullName);

    public void Dispose() => _folder.Delete(recursive: true);
}
