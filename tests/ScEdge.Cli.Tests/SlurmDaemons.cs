using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace ScEdge.Cli.Tests;

/// <summary>
/// Slurm's own daemons on this machine: one controller and one node, on loopback, with a configuration of their own.
/// </summary>
public sealed class SlurmDaemons : IDisposable
{
    private const string Variable = "SLURM_CONF";
    private static readonly string[] Programs = ["sbatch", "slurmctld", "slurmd", "munged"];

    private readonly TemporaryFolder _folder = new();

    public SlurmDaemons()
    {
        if (Missing is not null)
        {
            return;
        }

        string host = Shell("hostname -s").Trim();
        foreach (string name in new[] { "state", "spool" })
        {
            Directory.CreateDirectory(Path.Combine(_folder.Path, name));
        }

        string configuration = Path.Combine(_folder.Path, "slurm.conf");
        File.WriteAllText(
            configuration,
            $"""
            ClusterName=test
            SlurmctldHost={host}(127.0.0.1)
            AuthType=auth/munge
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_Core
            KillWait=20
            SlurmdTimeout=30
            StateSaveLocation={_folder.Path}/state
            SlurmdSpoolDir={_folder.Path}/spool
            SlurmctldPidFile={_folder.Path}/slurmctld.pid
            SlurmdPidFile={_folder.Path}/slurmd.pid
            SlurmctldLogFile={_folder.Path}/slurmctld.log
            SlurmdLogFile={_folder.Path}/slurmd.log
            SlurmUser=root
            SlurmdUser=root
            SlurmctldPort={FreePort()}
            SlurmdPort={FreePort()}
            ReturnToService=2
            NodeName={host} NodeAddr=127.0.0.1 CPUs={Environment.ProcessorCount} State=UNKNOWN
            PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP

            """);
        Environment.SetEnvironmentVariable(Variable, configuration);
        Shell("munge -n >/dev/null 2>&1 || { mkdir -p /run/munge && chown munge /run/munge && su -s /bin/sh munge -c munged; }");
        Shell("slurmctld && slurmd");
        for (int i = 0; i < 100 && !Shell("sinfo --noheader --format=%t 2>/dev/null").Contains("idle", StringComparison.Ordinal); i++)
        {
            Thread.Sleep(200);
        }
    }

    /// <summary>Gets why there can be no cluster here, or null.</summary>
    public static string? Missing { get; } = Environment.UserName != "root" ? "Slurm's daemons are started as root only."
        : Programs.Where(static program => !IsInstalled(program)).ToArray() is { Length: > 0 } missing
            ? $"{string.Join(", ", missing)} not installed: apt-get install slurm-wlm munge."
            : null;

    public static string Shell(string script)
    {
        ProcessStartInfo start = new("/bin/sh", ["-c", script]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    /// <summary>Loses the node as a failure of its power would, daemon, steps and all that they run at once; returns when it is missed.</summary>
    public void LoseNode() => Shell(
        $$"""
        tasks=$(scontrol listpids | awk 'NR > 1 && $1 > 1 { print $1 }')
        steps=$(for task in $tasks; do ps -o ppid= -p $task; done | awk '$1 > 1')
        kill -9 $(cat {{_folder.Path}}/slurmd.pid) $steps $tasks 2>/dev/null
        for i in $(seq 300); do
            [ -z "$(squeue --noheader --states=RUNNING,COMPLETING)" ] && break
            sleep 1
        done
        """);

    /// <summary>Starts the node again.</summary>
    public static void RestoreNode() => Shell("slurmd; sleep 2; scontrol update nodename=$(hostname -s) state=resume 2>/dev/null");

    public void Dispose()
    {
        if (Missing is null)
        {
            Shell($"for d in slurmd slurmctld; do kill $(cat {_folder.Path}/$d.pid); done; sleep 1");
            Environment.SetEnvironmentVariable(Variable, null);
        }

        _folder.Dispose();
    }

    private static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin")
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
