using System;
using System.IO;
using System.Linq;
using ScEdge.Input;
using ScEdge.Silicon.Tools;

namespace ScEdge.Rtl.Tests.Proofs;

/// <summary>
/// A folder with the circuit's sources in which Yosys proves something.
/// </summary>
internal sealed class ProofFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scedge-proof-");

    public ProofFolder()
    {
        foreach (string file in Verilator.Sources.Concat(Directory.GetFiles(System.IO.Path.Combine(Verilator.Folder, "proofs"), "*.sv")))
        {
            File.Copy(file, System.IO.Path.Combine(_folder.FullName, System.IO.Path.GetFileName(file)));
        }
    }

    public string Path => _folder.FullName;

    /// <summary>Changes a source, so that what is proven is wrong.</summary>
    public void Break(string file, string from, string to)
    {
        string path = System.IO.Path.Combine(Path, file);
        string text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Runs a script and returns the sentence with which it fails, or null.</summary>
    public string? Fails(string script)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, "proof.ys"), script);
        try
        {
            ExternalTool.Yosys.Run(Path, ["-q", "-l", "proof.log", "proof.ys"]);
            return null;
        }
        catch (InputException problem)
        {
            return problem.Message;
        }
    }

    /// <summary>Returns what the last script had to say.</summary>
    public string Log => File.ReadAllText(System.IO.Path.Combine(Path, "proof.log"));

    public void Dispose() => _folder.Delete(recursive: true);
}
