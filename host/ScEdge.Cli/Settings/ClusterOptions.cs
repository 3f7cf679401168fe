using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using ScEdge.Cli.Parsing;
using ScEdge.Experiments.Slurm;
using ScEdge.Input;

namespace ScEdge.Cli.Settings;

/// <summary>
/// The options of <c>sweep</c> for a cluster with Slurm.
/// </summary>
internal sealed class ClusterOptions
{
    private readonly Option<string> _on = Text("--on", "slurm", "Train on a cluster with Slurm instead of here: submit, wait, collect.");
    private readonly Option<string> _partition = Text("--partition", "NAME", "Partition of the job.");
    private readonly Option<string> _account = Text("--account", "NAME", "Account of the job.");
    private readonly Option<string> _time =
        Text("--time", "LIMIT", "Time limit of a task, such as 4:00:00; a task that meets it goes on from its checkpoint.");

    private readonly Option<string> _memory = Text("--memory", "SIZE", "Memory of a task, such as 2G.");
    private readonly Option<string[]> _directives = new("--sbatch")
    {
        HelpName = "OPTION", Description = "A further option of sbatch, such as --sbatch=--qos=low; repeatable.", Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<int> _chunk = Whole("--chunk", "Trainings of a task, one after the other. [default: 1]");
    private readonly Option<bool> _detach = Flag("--detach", "Submit and return; --attach comes back.");
    private readonly Option<bool> _attach = Flag("--attach", "Wait for the job of this sweep and collect.");
    private readonly Option<bool> _cancel = Flag("--cancel", "Take the job of this sweep out of the queue; what is trained stays.");

    // What the script of a job gives to its tasks.
    private readonly Option<int> _task =
        new("--task") { HelpName = "N", Hidden = true, CustomParser = ValueParser.Whole, Arity = ArgumentArity.ExactlyOne };

    /// <summary>Gets the options that exclude each other.</summary>
    public static IReadOnlyList<ExclusivePair> Exclusives { get; } =
        [new("--detach", "--attach"), new("--detach", "--cancel"), new("--attach", "--cancel")];

    /// <summary>Gets all options.</summary>
    public IReadOnlyList<Option> All =>
        [_on, _partition, _account, _time, _memory, _directives, _chunk, _detach, _attach, _cancel, _task];

    /// <summary>Returns whether an option has nothing to do beside those given: it is about a cluster, and the trainings are here.</summary>
    public static bool IsIdle(IReadOnlyDictionary<string, string> given, string name) =>
        name != "--on" && !given.ContainsKey("--on") && new ClusterOptions().All.Any(option => option.Name == name);

    /// <summary>Returns the number of the task that the command is, or null.</summary>
    public int? Task(ParseResult parse) => parse.GetResult(_task) is null ? null : parse.GetValue(_task);

    /// <summary>Returns the trainings of a task.</summary>
    /// <exception cref="InputException">There is none in it.</exception>
    public int Chunk(ParseResult parse) => parse.GetResult(_chunk) is null ? 1
        : parse.GetValue(_chunk) is var chunk and >= 1 and <= 1_000_000 ? chunk
        : throw new InputException($"--chunk {parse.GetValue(_chunk)} cannot be used: give the trainings of a task, 1 or more.");

    /// <summary>Returns what is to be done on a cluster, or null.</summary>
    /// <exception cref="UsageException">An option of a cluster is given without one, or two exclude each other.</exception>
    public ClusterRequest? Read(ParseResult parse, int threads)
    {
        if (parse.GetResult(_on) is null)
        {
            Option? idle = All.Except(Task(parse) is null ? [_on] : [_on, _chunk, _task]).FirstOrDefault(parse.IsGiven);
            return idle is null ? null : throw new UsageException("sweep", $"{idle.Name} is about a cluster: give --on slurm with it.");
        }

        if (parse.GetValue(_on) != "slurm")
        {
            throw new InputException($"--on cannot take \"{parse.GetValue(_on)}\": slurm is what there is.");
        }

        ExclusivePair.Refuse(parse, "sweep", Exclusives);
        ClusterAction action = parse.GetValue(_detach) ? ClusterAction.Detach
            : parse.GetValue(_attach) ? ClusterAction.Attach
            : parse.GetValue(_cancel) ? ClusterAction.Cancel
            : ClusterAction.Submit;
        return new ClusterRequest(action, new SlurmOptions
        {
            Partition = parse.GetValue(_partition),
            Account = parse.GetValue(_account),
            Time = parse.GetValue(_time),
            Memory = parse.GetValue(_memory),
            Chunk = Chunk(parse),
            Threads = threads,
            Directives = parse.GetValue(_directives) ?? [],
        });
    }

    private static Option<string> Text(string name, string help, string description) =>
        new(name) { HelpName = help, Description = description, Arity = ArgumentArity.ExactlyOne };

    private static Option<int> Whole(string name, string description) =>
        new(name) { HelpName = "N", Description = description, Arity = ArgumentArity.ExactlyOne, CustomParser = ValueParser.Whole };

    private static Option<bool> Flag(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.Zero };
}
