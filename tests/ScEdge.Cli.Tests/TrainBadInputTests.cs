using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using ScEdge.Cli.Commands;
using ScEdge.Input;

namespace ScEdge.Cli.Tests;

/// <summary>Whatever cannot be used ends with one sentence, exit code 3, and a file system as it was before.</summary>
[Trait("Kind", "Unit")]
public sealed class TrainBadInputTests : IDisposable
{
    private const string SmallPreset =
        """
        {"name": "mine", "description": "d", "drive_mode": "voltage", "tau0_seconds": {"value": NaN, "source": "s", "confidence": "A"}}
        """;

    private static readonly string LongPath = string.Concat(Enumerable.Repeat("long/", 1000)) + "path";

    private readonly TemporaryFolder _folder = new();

    public TrainBadInputTests() => Prepare();

    /// <summary>Settings that cannot be used, and what is said of them.</summary>
    public static TheoryData<string, string> Settings => new()
    {
        { "--stream-length 0", "The stream length \"0\" cannot be used" },
        { "--stream-length 32/4", "The stream length \"32/4\" cannot be used" },
        { "--register-bits 3/16", "The register width \"3/16\" cannot be used" },
        { "--gradient-bits 12", "Gradients of 12 bits cannot be used" },
        {
            "--learning-rate 0.03",
            "The learning rate 0.03 is not a power of two, which a shift cannot express: give 0.03125 (1/32) or another power of two, "
            + "or draw the rate as a stream (--learning-rate-mode stream)."
        },
        { "--learning-rate 0", "The learning rate 0 cannot be used" },
        { "--momentum 1", "The momentum 1 cannot be used" },
        { "--weight-decay -1", "The weight decay -1 cannot be used" },
        { "--batch 0", "The batch size 0 cannot be used" },
        { "--epochs 0", "0 epochs cannot be trained" },
        { "--limit 0", "The limit 0 cannot be used" },
        { "--limit 1000", "The limit 1000 is more than the 160 training images" },
        { "--baseline fp16", "The baseline \"fp16\" is not known" },
        { "--validation 174", "174 images for validation leave none of the 174 training images" },
        { "--lanes 0", "0 lanes cannot be used" },
        { "--threads 0", "0 threads cannot be used" },
        { "--seeds 1,1", "A seed is given twice" },
        { "--cbram tungsten", "There is no preset \"tungsten\"" },
        { "--nonideality rust=1", "There is no non-ideality \"rust\"" },
        { "--nonideality stuck-set", "The non-ideality \"stuck-set\" has no value" },
        { "--nonideality stuck-set=NaN", "stuck-set=NaN is out of range" },
        { "--cbram ideal --nonideality wear=0.1", "wear needs a rated endurance" },
        { "--nonideality line-drop=0.1 --nonideality device-to-device=0.1", "line-drop and a spread from cell to cell" },
        { "--cbram jo2009-points --nonideality set-droop=0.1", "set-droop needs exponential waits by two constants" },
        { "--nonideality temperature-drift=1", "temperature-drift needs an activation energy and jo2009 has none" },
        { "--cbram jo2009-points --nonideality temperature-drift=1", "temperature-drift needs a V0 and jo2009-points has a table of waits" },
        { "--optimizer sc-adam --encoding bipolar", "sc-adam divides magnitudes" },
        { "--optimizer sc-adam --learning-rate-mode stream", "sc-adam does not use --learning-rate-mode: leave it out" },
        { "--optimizer sc-adam --momentum 0.5", "sc-adam does not use --momentum: leave it out" },
        { "--optimizer sc-sgd --momentum 0.9", "sc-sgd does not use --momentum: leave it out" },
        { "--optimizer sc-sgd --stream-length 32/4/4", "sc-sgd moves weights by gradients in one stream" },
        { "--optimizer sc-sgd --register-bits 16/12", "sc-sgd has no registers but the weights" },
        { "--optimizer sgd --stream-length 16", "sgd does not use --stream-length: leave it out" },
        { "--optimizer sgd --ledger none", "sgd does not use --ledger: leave it out" },
        { "--optimizer sgd --baseline fp32", "sgd does not use --baseline: leave it out" },
        { "--optimizer sgd --no-baseline", "sgd has no baseline: leave --no-baseline out" },
        { "--optimizer sgd --nonideality stuck-set=0.1", "sgd updates without cells: leave --nonideality out" },
        { "--optimizer sgd --update-source lfsr", "sgd does not use --update-source: leave it out" },
        {
            "--update-source rounding --stream-length 16",
            "Nothing from rounding uses --stream-length: leave it out, or choose another --update-source."
        },
        { "--update-source rounding --encoding bipolar", "Nothing from rounding uses --encoding" },
        {
            "--passes stochastic --source rounding --pass-encoding bipolar",
            "Nothing from rounding uses --pass-encoding: leave it out, or choose another --source."
        },
        { "--passes fp32 --update-source sobol --cells own", "Nothing from sobol uses --cells" },
        { "--passes fp32 --source sobol", "Passes in FP32 do not use --source: leave it out, or give --passes stochastic." },
        { "--pass-length 64 --passes fp32", "Passes in FP32 do not use --pass-length: leave it out, or give --passes stochastic." },
        { "--passes fp32 --update-source lfsr --nonideality stuck-set=0.1", "sc-momentum updates without cells: leave --nonideality out" },
        {
            "--port emulator: --update-source counter",
            "Boards update with cells alone: train without a port, or with updates from cells (--update-source cbram)."
        },
        {
            "--port emulator: --source sobol",
            "Boards do not take the counts of stochastic passes yet: train without a port, or with passes in FP32 (--passes fp32)."
        },
        { "--model vgg", "There is no model 'vgg'" },
    };

    /// <summary>Files and folders that cannot be used.</summary>
    public static TheoryData<string, string> Files => new()
    {
        { "--cbram absent.json", "Cannot read 'absent.json'" },
        { "--cbram preset.json", "" },
        {
            "--cost-library absent",
            "There is no cost library \"absent\": use tsmc40lp-unarysim, neurosim45lp, dally45, nangate45-synthesised, "
            + "freepdk45-vth-0v9 or the path of a .json file. "
            + "Or train without accounting the costs (--ledger none)."
        },
        { "--cost-library absent.json", "Cannot read 'absent.json'" },
        { "--model absent.json", "Cannot read 'absent.json'" },
        { "--model impossible.json", "'impossible.json': Layer 1 of model 'impossible' has a kernel of 5 x 5 that does not fit" },
        { "--model large.json", "Model 'large' takes images of 1 x 28 x 28" },
        { "--dataset absent", "There is no folder 'absent'" },
        { "--dataset incomplete", "Folder 'incomplete' lacks 't10k-labels-idx1-ubyte'" },
        { "--dataset truncated", "" },
        { "--dataset mislabelled", "" },
        { "--out file/run", "The folder file/run cannot be made" },
        { "--out file", "The folder file cannot be made (" },
        { "--out " + new string('x', 300), $"The folder {new string('x', 300)} cannot be made (The path '" },
        { "--out " + LongPath, $"The folder {LongPath} cannot be made (The path '" },
        { "--out earlier", "The folder earlier already holds a run: give another folder, or continue it (--resume earlier)." },
        { "--resume absent", "There is no run in absent to resume" },
        { "--resume images", "There is no run in images to resume" },
        { "--resume earlier", "earlier" },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Train_UnusableSetting_IsOneSentenceAndLeavesNothing(string line, string sentence)
    {
        string[] before = Listing();
        string[] arguments = ["train", .. line.Split(' '), "--dataset", At("images"), "--out", At("run"), .. Unless(line, "--model", "edge")];
        ParseResult parse = MainCommand.Create(arguments).Parse(arguments);

        string said = OptionHint.Sentence(
            Assert.Throws<InputException>(() => parse.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false })), parse);

        Assert.StartsWith(sentence, said, StringComparison.Ordinal);
        Assert.EndsWith(".", said, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', said);
        Assert.Equal(before, Listing());
    }

    // As a process of its own, which ends with the exit code of a bad input.
    [Theory]
    [MemberData(nameof(Files))]
    public void Train_UnusableFile_IsOneSentenceAndLeavesNothing(string line, string sentence)
    {
        string[] before = Listing();
        string[] arguments = ["train", .. line.Split(' '), .. Unless(line, "--dataset", "images"), .. Unless(line, "--model", "edge")];

        CliResult result = CliProcess.Run(_folder.Path, arguments).AssertExit(3);

        Assert.StartsWith($"scedge: {sentence}", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.EndsWith(".", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal(before, Listing());
    }

    public void Dispose() => _folder.Dispose();

    private string[] Listing() =>
    [
        .. Directory.EnumerateFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories)
            .Select(entry => File.Exists(entry) ? $"{entry} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(entry)))}" : entry)
            .Order(StringComparer.Ordinal),
    ];

    private static string[] Unless(string line, string option, string value) =>
        line.Contains(option, StringComparison.Ordinal) || line.Contains("--resume", StringComparison.Ordinal) ? [] : [option, value];

    private string At(params string[] parts) => Path.Combine([_folder.Path, .. parts]);

    private void Prepare()
    {
        foreach (string name in new[] { "images", "incomplete", "truncated", "mislabelled" })
        {
            TinyImages.Write(At(name));
        }

        File.Delete(At("incomplete", "t10k-labels-idx1-ubyte"));
        string images = At("truncated", "train-images-idx3-ubyte");
        File.WriteAllBytes(images, File.ReadAllBytes(images)[..^100]);
        string labels = At("mislabelled", "t10k-labels-idx1-ubyte");
        byte[] bytes = File.ReadAllBytes(labels);
        bytes[20] = 9;
        File.WriteAllBytes(labels, bytes);

        File.WriteAllText(At("file"), "in the way");
        Directory.CreateDirectory(At("earlier"));
        File.WriteAllText(At("earlier", "manifest.json"), "{}");
        File.WriteAllText(At("preset.json"), SmallPreset);
        File.WriteAllText(At("impossible.json"), Model("impossible", 4));
        File.WriteAllText(At("large.json"), Model("large", 28));
    }

    private static string Model(string name, int size) =>
        $$"""
        {"name": "{{name}}", "inputChannels": 1, "inputHeight": {{size}}, "inputWidth": {{size}}, "classes": 3, "layers": [
            {"type": "convolution", "outputChannels": 2, "kernelSize": 5}, {"type": "relu"}, {"type": "dense", "outputs": 3}]}
        """;
}
