using System;
using System.IO;
using ScEdge.Fuzzing.Seeds;
using ScEdge.Fuzzing.Targets;
using SharpFuzz;

namespace ScEdge.Fuzzing;

/// <summary>
/// <c>seeds TARGET FOLDER</c> writes the inputs to begin with, <c>run TARGET</c> is what afl-fuzz starts, <c>replay TARGET FILE...</c> repeats
/// inputs.
/// hw-docs/reliability.md has the commands.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments.Length < 2 || !FuzzTargets.ByName.TryGetValue(arguments[1], out Action<byte[]>? target))
        {
            Console.Error.WriteLine($"Usage: seeds|run|replay {string.Join('|', FuzzTargets.ByName.Keys)} [FOLDER|FILE...]");
            return 2;
        }

        switch (arguments[0])
        {
            case "seeds":
                WriteSeeds(arguments[1], Directory.CreateDirectory(arguments[2]).FullName);
                break;
            case "run":
                Fuzzer.Run(input => target(ReadAll(input)));
                break;
            default:
                foreach (string path in arguments.AsSpan(2))
                {
                    target(File.ReadAllBytes(path));
                }

                break;
        }

        return 0;
    }

    private static void WriteSeeds(string target, string folder)
    {
        int count = 0;
        foreach (byte[] seed in FuzzSeeds.Of(target))
        {
            File.WriteAllBytes(Path.Combine(folder, $"{count++}.bin"), seed);
        }
    }

    private static byte[] ReadAll(Stream input)
    {
        using MemoryStream bytes = new();
        input.CopyTo(bytes);
        return bytes.ToArray();
    }
}
