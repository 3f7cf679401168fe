using System;
using System.IO;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ScEdge.Cli.Tests;

/// <summary>
/// Runs commands one after another in this process, each through the program's entry point, with its own folder, standard output and
/// standard error. Most of a short command's time is the compilation of its code, which is spent once here.
/// </summary>
internal static class CommandLoop
{
    private const int Output = 1;
    private const int Error = 2;

    /// <summary>Serves the commands that come over a pipe until it is closed.</summary>
    /// <param name="args">The pipe's name.</param>
    public static int Main(string[] args)
    {
        using NamedPipeClientStream pipe = new(args[0]);
        pipe.Connect();
        using BinaryReader reader = new(pipe, Encoding.UTF8, leaveOpen: true);
        using BinaryWriter writer = new(pipe, Encoding.UTF8, leaveOpen: true);
        while (true)
        {
            string[] request;
            try
            {
                request = new string[reader.ReadInt32()];
                for (int i = 0; i < request.Length; i++)
                {
                    request[i] = reader.ReadString();
                }
            }
            catch (EndOfStreamException)
            {
                return 0;
            }

            CliResult result = Run(request[0], request[1..]);
            writer.Write(result.ExitCode);
            writer.Write(result.Output);
            writer.Write(result.Error);
        }
    }

    private static CliResult Run(string folder, string[] arguments)
    {
        Directory.SetCurrentDirectory(folder);
        using FileStream output = Redirect(Output);
        using FileStream error = Redirect(Error);
        int code = Program.Main(arguments);
        return new CliResult(code, TextOf(output), TextOf(error));
    }

    // By descriptor: the program opens its streams anew by number.
    private static FileStream Redirect(int descriptor)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        FileStream file = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 1, FileOptions.DeleteOnClose);
        if (Duplicate(file.SafeFileHandle, descriptor) < 0)
        {
            throw new IOException($"Descriptor {descriptor} cannot be redirected: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        return file;
    }

    private static string TextOf(FileStream file)
    {
        // The descriptor shares the position.
        file.Position = 0;
        using StreamReader reader = new(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: -1, leaveOpen: true);
        return reader.ReadToEnd();
    }

    [DllImport("libc", EntryPoint = "dup2", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Duplicate(SafeFileHandle file, int descriptor);
}
