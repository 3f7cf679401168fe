using System;
using System.Security.Cryptography;
using System.Text;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;

namespace ScEdge.Training.Runs;

/// <summary>
/// Identifies the images, the network and the device of a run, so that it is not continued with others.
/// </summary>
internal static class RunFingerprint
{
    /// <summary>Returns a SHA-256 over all three, as hexadecimal text.</summary>
    public static string Of(Dataset dataset, ModelDescription model, CbramPreset preset)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (ImageSet images in new[] { dataset.Training, dataset.Validation, dataset.Test })
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{images.Count}x{images.Channels}x{images.Height}x{images.Width}/{images.ClassCount};"));
            hash.AppendData(images.Images.AsSpan(0, images.Count * images.ImageLength));
            hash.AppendData(images.Labels.AsSpan(0, images.Count));
        }

        hash.AppendData(Encoding.UTF8.GetBytes(ModelFile.Format(model)));
        hash.AppendData(Encoding.UTF8.GetBytes(PresetWriter.ToJson(preset)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
