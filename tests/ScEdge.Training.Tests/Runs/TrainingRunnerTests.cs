using System;
using System.IO;
using System.Threading;
using CsCheck;
using ScEdge.Cbram;
using ScEdge.Input;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Streams;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Runs;

namespace ScEdge.Training.Tests.Runs;

[Trait("Kind", "Unit")]
public sealed class TrainingRunnerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scedge-run-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_InterruptedAgainAndAgain_EndsWithTheSameFiles(bool stochasticPasses)
    {
        TrainingOptions options = TinyTraining.Options with
        {
            Seeds = [3, 4],
            Passes = stochasticPasses ? new PassOptions { ForwardLength = 64, BackwardLength = 16, GradientLength = 16 } : null,
            Nonidealities = stochasticPasses ? "wear=0.5 drive-drift=0.1" : "none",
        };
        string whole = Path.Combine(_folder, "whole");
        string pieces = Path.Combine(_folder, "pieces");
        Run(options, whole, int.MaxValue);

        int interruptions = 0;
        while (!Run(options, pieces, 7))
        {
            interruptions++;
        }

        Assert.InRange(interruptions, 5, 20);
        foreach (string name in new[]
                 {
                     "parameters.safetensors", "parameters.npz", "registers.safetensors", "baseline.safetensors", "metrics.csv",
                     "metrics.jsonl", "ledger.csv", "ledger.jsonl",
                     Path.Combine("seed-4", "parameters.safetensors"), Path.Combine("seed-4", "registers.safetensors"),
                 })
        {
            Assert.True(
                File.ReadAllBytes(Path.Combine(whole, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(pieces, name))), name);
        }
    }

    [Fact]
    public void Constructor_OtherDevice_RefusesToContinue()
    {
        Run(TinyTraining.Options, _folder, 3);
        CbramPreset worn = TinyTraining.Preset(TinyTraining.Options with { Nonidealities = "cycle-to-cycle=0.1" });
        InputException exception = Assert.Throws<InputException>(() => Run(TinyTraining.Options, _folder, 3, worn));
        Assert.Contains("another device", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_OtherSettings_RefusesToContinue()
    {
        Run(TinyTraining.Options, _folder, 3);
        InputException exception = Assert.Throws<InputException>(() => Run(TinyTraining.Options with { BatchSize = 8 }, _folder, 3));
        Assert.Contains("settings", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("\"stream_format\":3,", 3)]
    public void Constructor_CheckpointOfAnotherStreamFormat_RefusesToContinue(string said, int format)
    {
        Run(TinyTraining.Options, _folder, 3);
        string path = Path.Combine(_folder, "checkpoint.safetensors");
        SafetensorsFile checkpoint = SafetensorsFile.Read(path);
        string state = checkpoint.Metadata["scedge.state"];
        checkpoint.Metadata["scedge.state"] = state.Replace($"\"stream_format\":{StreamFormat.Version},", said, StringComparison.Ordinal);
        checkpoint.Write(path);

        InputException exception = Assert.Throws<InputException>(() => Run(TinyTraining.Options, _folder, 3));

        Assert.Contains($"checkpoint.safetensors is of stream format {format}, this program", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_CheckpointWithAnyByteChangedOrCut_IsRefusedOrTheSame()
    {
        Run(TinyTraining.Options, _folder, 3);
        string path = Path.Combine(_folder, "checkpoint.safetensors");
        byte[] whole = File.ReadAllBytes(path);
        int header = 8 + BitConverter.ToInt32(whole);
        string check = SafetensorsFile.Read(path).Check();

        // Half of the changes in the header, which is the smaller part.
        Gen<int> place = Gen.OneOf(Gen.Int[0, header - 1], Gen.Int[header, whole.Length - 1]);
        Gen.Select(place, Gen.Byte[1, 255], Gen.Bool).Sample(
            (at, change, isCut) =>
            {
                byte[] changed = isCut ? whole[..at] : [.. whole];
                if (!isCut)
                {
                    changed[at] ^= change;
                }

                File.WriteAllBytes(path, changed);
                try
                {
                    // A space of the header may become another blank.
                    RunDirectory.Open(_folder).ReadCheckpoint();
                    Assert.Equal(check, SafetensorsFile.Read(path).Check());
                    Assert.False(isCut);
                }
                catch (InputException exception)
                {
                    Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
                }
            },
            iter: 1000,
            threads: 1);
        File.WriteAllBytes(path, whole);
        Assert.NotNull(RunDirectory.Open(_folder).ReadCheckpoint());
    }

    [Fact]
    public void Constructor_CheckpointWhoseCheckWasRemoved_IsRefused()
    {
        Run(TinyTraining.Options, _folder, 3);
        string path = Path.Combine(_folder, "checkpoint.safetensors");
        SafetensorsFile checkpoint = SafetensorsFile.Read(path);
        Assert.True(checkpoint.Metadata.Remove("scedge.sha256"));
        checkpoint.Write(path);

        Assert.Contains("is not a checkpoint of this version", Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"batch\":3", "\"batch\":-1", "of another training")]
    [InlineData("\"batch\":3", "\"batch\":99999", "of another training")]
    [InlineData("\"length\":", "\"length\":-", "is not as it was when the checkpoint was written")]
    public void Run_ImpossibleStateWithARightCheck_IsOneSentence(string said, string instead, string sentence)
    {
        Run(TinyTraining.Options, _folder, 3);
        Rewrite(file => file.Metadata["scedge.state"] = file.Metadata["scedge.state"].Replace(said, instead, StringComparison.Ordinal));

        Assert.Contains(sentence, Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_RegistersBeyondTheirWidth_AreRefused()
    {
        TrainingOptions options = TinyTraining.Options with { RegisterBits = new RegisterBits(8, 8) };
        Run(options, _folder, 3);
        SafetensorsFile changed = new();
        Rewrite(
            file =>
            {
                foreach ((string key, string value) in file.Metadata)
                {
                    changed.Metadata[key] = value;
                }

                foreach (SafetensorsTensor tensor in file.Tensors)
                {
                    if (tensor.Holds<short>())
                    {
                        short[] registers = tensor.Values<short>().ToArray();
                        Array.Fill(registers, (short)200);
                        changed.Add<short>(tensor.Name, [.. tensor.Shape], registers);
                    }
                    else if (tensor.Holds<long>())
                    {
                        changed.Add(tensor.Name, [.. tensor.Shape], tensor.Values<long>());
                    }
                    else
                    {
                        changed.Add(tensor.Name, [.. tensor.Shape], tensor.Values<float>());
                    }
                }
            },
            changed);

        Assert.Contains("beyond 127", Assert.Throws<InputException>(() => Run(options, _folder, 3)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("metrics.csv")]
    [InlineData("metrics.jsonl")]
    [InlineData("ledger.csv")]
    [InlineData("ledger.jsonl")]
    public void Run_GrownFileThatAnotherProgramSaved_IsRefusedAndKept(string name)
    {
        Run(TinyTraining.Options, _folder, 5);
        string path = Path.Combine(_folder, name);
        string text = File.ReadAllText(path);
        foreach (string changed in new[] { text.Replace("\n", "\r\n", StringComparison.Ordinal), text.Replace('1', '7'), text[..^1] })
        {
            File.WriteAllText(path, changed);
            Assert.Contains($"{name} is not as it was", Refused(), StringComparison.Ordinal);
            Assert.Equal(changed, File.ReadAllText(path));
        }

        File.WriteAllText(path, text + "cut off with the program");
        Assert.True(Run(TinyTraining.Options, _folder, int.MaxValue));
    }

    [Fact]
    public void Run_LinkInThePlaceOfAGrownFile_LeavesWhatItLeadsTo()
    {
        string victim = Path.Combine(_folder, "victim");
        string run = Path.Combine(_folder, "run");
        File.WriteAllText(victim, "kept");
        Run(TinyTraining.Options, run, 5);
        File.Delete(Path.Combine(run, "metrics.csv"));
        File.CreateSymbolicLink(Path.Combine(run, "metrics.csv"), victim);

        Assert.Contains("is a link", Assert.Throws<InputException>(() => Run(TinyTraining.Options, run, 5)).Message, StringComparison.Ordinal);

        // Before the first checkpoint the file is made anew.
        File.Delete(Path.Combine(run, "checkpoint.safetensors"));
        Run(TinyTraining.Options, run, 5);
        Assert.Equal("kept", File.ReadAllText(victim));
        Assert.Null(new FileInfo(Path.Combine(run, "metrics.csv")).LinkTarget);
    }

    [Fact]
    public void Create_FolderWithOtherThings_NamesOneAndTouchesNothing()
    {
        foreach (string name in new[] { "notes.txt", ".draft.tmp", "report.html", "metrics.csv", "parameters.npz", "sub/deep" })
        {
            string folder = Path.Combine(_folder, name.Replace('/', '-'));
            Directory.CreateDirectory(Path.Combine(folder, "sub"));
            File.WriteAllText(Path.Combine(folder, name), "mine");

            string message = Assert.Throws<InputException>(() => RunDirectory.Create(folder)).Message;

            Assert.Contains("holds something else", message, StringComparison.Ordinal);
            Assert.Equal("mine", File.ReadAllText(Path.Combine(folder, name)));
        }
    }

    [Fact]
    public void Lock_LeftoversOfAKilledRun_AreAllThatIsRemoved()
    {
        string run = Path.Combine(_folder, "run");
        string ours = Path.Combine(run, $".scedge-{Guid.NewGuid():N}.tmp");
        string victim = Path.Combine(_folder, $".scedge-{Guid.NewGuid():N}.tmp");
        string link = Path.Combine(run, $".scedge-{Guid.NewGuid():N}.tmp");
        RunDirectory directory = RunDirectory.Create(run);
        File.WriteAllText(victim, "kept");
        File.WriteAllText(ours, "half");
        File.CreateSymbolicLink(link, victim);
        File.CreateSymbolicLink(Path.Combine(run, "loop"), run);
        string[] others = [".draft.tmp", ".scedge-1.tmp", ".scedge-.tmp"];
        foreach (string name in others)
        {
            File.WriteAllText(Path.Combine(run, name), "mine");
        }

        directory.Lock().Dispose();

        Assert.False(File.Exists(ours) || File.Exists(link));
        Assert.Equal("kept", File.ReadAllText(victim));
        Assert.All(others, name => Assert.True(File.Exists(Path.Combine(run, name))));
        Assert.NotNull(new FileInfo(Path.Combine(run, "loop")).LinkTarget);
    }

    [Fact]
    public void Lock_HeldByAnother_SaysSoAndNothingElseDoes()
    {
        RunDirectory directory = RunDirectory.Create(Path.Combine(_folder, "run"));
        using (directory.Lock())
        {
            Assert.Contains("Another scedge trains in", Assert.Throws<InputException>(directory.Lock).Message, StringComparison.Ordinal);
        }

        directory.Lock().Dispose();
        File.CreateSymbolicLink(Path.Combine(_folder, "run", ".lock"), Path.Combine(_folder, "target"));
        Assert.Contains("is a link", Assert.Throws<InputException>(directory.Lock).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "target")));
    }

    [Fact]
    public void Open_NoRun_SaysSo() =>
        Assert.Contains(
            "no run", Assert.Throws<InputException>(() => RunDirectory.Open(_folder)).Message, StringComparison.Ordinal);

    private string Refused() => Assert.Throws<InputException>(() => Run(TinyTraining.Options, _folder, 3)).Message;

    /// <summary>Changes a checkpoint and gives it the check that fits.</summary>
    private void Rewrite(Action<SafetensorsFile> change, SafetensorsFile? changed = null)
    {
        string path = Path.Combine(_folder, "checkpoint.safetensors");
        SafetensorsFile file = SafetensorsFile.Read(path);
        change(file);
        changed ??= file;
        changed.Metadata.Remove("scedge.sha256");
        changed.Metadata["scedge.sha256"] = changed.Check();
        changed.Write(path);
    }

    private static bool Run(TrainingOptions options, string path, int steps, CbramPreset? preset = null)
    {
        using WorkerTeam team = new(2);
        Directory.CreateDirectory(path);
        string manifest = Path.Combine(path, "manifest.json");
        if (!File.Exists(manifest))
        {
            RunDirectory.Create(path).WriteText("manifest.json", "{}");
        }

        RunDirectory directory = RunDirectory.Open(path);
        using CancellationTokenSource cancellation = new();
        TrainingRunner runner = new(
            options,
            TinyTraining.Bars,
            TinyTraining.Model,
            preset ?? TinyTraining.Preset(options),
            directory,
            team,
            new StepLimit(steps, cancellation));
        try
        {
            runner.Run(cancellation.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private sealed class StepLimit(int steps, CancellationTokenSource cancellation) : ITrainingObserver
    {
        private int _steps;

        public void OnSeedStarted(SeedTraining training)
        {
        }

        public void OnStep(SeedTraining training)
        {
            if (++_steps == steps)
            {
                cancellation.Cancel();
            }
        }

        public void OnEpoch(SeedTraining training)
        {
        }

        public void OnSeedFinished(SeedResult result)
        {
        }
    }
}
